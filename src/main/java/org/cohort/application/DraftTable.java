package org.cohort.application;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code application_draft}. A draft has the key of its form. */
@Repository
class DraftTable {

	private static final RowMapper<Draft> DRAFT = (row, number) -> {
		UUID key = row.getObject("id", UUID.class);
		return new Draft(row.getObject("round_id", UUID.class), Locale.forLanguageTag(row.getString("locale")),
				new FormInput(key, text(row.getString("name")), text(row.getString("email")),
						Answers.of(row.getString("fields")).values()));
	};

	private final JdbcClient jdbc;

	DraftTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A form that was begun. */
	record Draft(UUID roundId, Locale locale, FormInput form) {
	}

	/** Stores a draft in the place of what was there; returns false if the key belongs to another round. */
	boolean store(UUID roundId, FormInput form, Locale locale, Instant now) {
		return jdbc.sql("""
				insert into application_draft (id, round_id, name, email, locale, fields, created_at, changed_at)
				values (:id, :round, :name, :email, :locale, cast(:fields as jsonb), :now, :now)
				on conflict (id) do update set name = excluded.name, email = excluded.email, locale = excluded.locale,
					fields = excluded.fields, changed_at = excluded.changed_at
				where application_draft.round_id = excluded.round_id
				""")
				.param("id", form.key()).param("round", roundId).param("name", form.name()).param("email", form.email())
				.param("locale", locale.toLanguageTag()).param("fields", new Answers(form.fields()).json())
				.param("now", Sql.utc(now)).update() == 1;
	}

	/** Notes that the person wants to go on later; returns whether this was news. */
	boolean keep(UUID key, Instant now) {
		return jdbc.sql("update application_draft set kept_at = ? where id = ? and kept_at is null")
				.param(Sql.utc(now)).param(key).update() == 1;
	}

	/** How many drafts this address has asked a link for since then. */
	int kept(UUID roundId, String email, Instant since) {
		return jdbc.sql("select count(*) from application_draft where round_id = ? and email = ? and kept_at > ?")
				.param(roundId).param(email).param(Sql.utc(since)).query(Integer.class).single();
	}

	Optional<Draft> find(UUID key) {
		return jdbc.sql("select * from application_draft where id = ?").param(key).query(DRAFT).optional();
	}

	/** The draft with this address that was changed last; one that its owner wanted to go on with comes first. */
	Optional<UUID> ofAddress(UUID roundId, String email) {
		return jdbc.sql("""
				select id from application_draft where round_id = ? and lower(email) = lower(?)
				order by kept_at is null, changed_at desc limit 1
				""")
				.param(roundId).param(email).query(UUID.class).optional();
	}

	/** The kept drafts of a round whose owners were not reminded yet, and notes that they are now. */
	List<UUID> remind(UUID roundId, Instant now) {
		return jdbc.sql("""
				update application_draft set reminded_at = ?
				where round_id = ? and kept_at is not null and reminded_at is null returning id
				""")
				.param(Sql.utc(now)).param(roundId).query(UUID.class).list();
	}

	/** Returns whether there was one. */
	boolean delete(UUID key) {
		return jdbc.sql("delete from application_draft where id = ?").param(key).update() == 1;
	}

	int deleteOf(UUID roundId) {
		return jdbc.sql("delete from application_draft where round_id = ?").param(roundId).update();
	}

	private static String text(@Nullable String value) {
		return value == null ? "" : value;
	}
}
