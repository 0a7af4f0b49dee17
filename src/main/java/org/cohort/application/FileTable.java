package org.cohort.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.cohort.programme.Question.FileRule.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code application_file}. */
@Repository
class FileTable {

	private final JdbcClient jdbc;

	FileTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** To what a file belongs: to a draft, or to an application that was sent. */
	record Owner(@Nullable UUID draft, @Nullable UUID application) {

		static Owner draft(UUID key) {
			return new Owner(key, null);
		}

		static Owner application(UUID id) {
			return new Owner(null, id);
		}

		private String column() {
			return draft == null ? "application_id" : "draft_id";
		}

		private UUID id() {
			return draft == null ? java.util.Objects.requireNonNull(application) : draft;
		}
	}

	/** A file with what is in it. Never logged. */
	record Stored(String name, Kind kind, byte[] content) {

		@Override
		public String toString() {
			return "Stored[…]";
		}
	}

	void insert(UUID id, Owner owner, String question, Stored file, String checksum, Instant now) {
		jdbc.sql("insert into application_file (id, " + owner.column()
				+ ", question, name, kind, content, checksum, sent_at) "
				+ "values (:id, :owner, :question, :name, :kind, :content, :checksum, :now)")
				.param("id", id).param("owner", owner.id()).param("question", question).param("name", file.name())
				.param("kind", file.kind().name()).param("content", file.content()).param("checksum", checksum)
				.param("now", Sql.utc(now)).update();
	}

	int count(Owner owner) {
		return jdbc.sql("select count(*) from application_file where " + owner.column() + " = ?").param(owner.id())
				.query(Integer.class).single();
	}

	boolean has(Owner owner, String question, UUID id) {
		return jdbc.sql("select exists (select from application_file where id = ? and question = ? and " + owner.column()
				+ " = ?)").param(id).param(question).param(owner.id()).query(Boolean.class).single();
	}

	Optional<Stored> find(UUID applicationId, UUID id) {
		return jdbc.sql("select name, kind, content from application_file where id = ? and application_id = ?")
				.param(id).param(applicationId)
				.query((row, number) -> new Stored(row.getString("name"), Kind.valueOf(row.getString("kind")),
						row.getBytes("content")))
				.optional();
	}

	/** The files of a draft become those of the application. */
	void attach(UUID draftKey, UUID applicationId, Collection<UUID> ids) {
		ids.forEach(id ->
				jdbc.sql("update application_file set application_id = ?, draft_id = null where id = ? and draft_id = ?")
				.param(applicationId).param(id).param(draftKey).update());
	}

	/** Of a draft, all for a question but one. */
	void replace(UUID draftKey, String question, UUID kept) {
		jdbc.sql("delete from application_file where draft_id = ? and question = ? and id <> ?").param(draftKey)
				.param(question).param(kept).update();
	}

	/** All files of one application become those of another, which was merged with it. */
	void move(UUID from, UUID to) {
		jdbc.sql("update application_file set application_id = ? where application_id = ?").param(to).param(from).update();
	}

	int deleteOf(UUID applicationId) {
		return jdbc.sql("delete from application_file where application_id = ?").param(applicationId).update();
	}
}
