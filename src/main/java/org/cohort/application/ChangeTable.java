package org.cohort.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.AnswerChanges.Occasion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code application_change} and {@code application_change_draft}. */
@Repository
class ChangeTable {

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient jdbc;

	ChangeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Replaces the answers and keeps what they were; the caller holds the application's row. Returns the number. */
	int store(UUID applicationId, Answers whole, Answers before, Answers after, String by, Occasion occasion,
			Instant now) {
		jdbc.sql("update application set answers = cast(? as jsonb), traits_at = null where id = ?")
				.param(whole.json()).param(applicationId).update();
		return jdbc.sql("""
				insert into application_change (application_id, number, changed_at, changed_by, occasion, before, after)
				select :id, coalesce(max(number), 0) + 1, :now, :by, :occasion, cast(:before as jsonb), cast(:after as jsonb)
				from application_change where application_id = :id
				returning number
				""")
				.param("id", applicationId).param("now", Sql.utc(now)).param("by", by).param("occasion", occasion.name())
				.param("before", before.json()).param("after", after.json()).query(Integer.class).single();
	}

	/** All changes of an application, the newest first. */
	List<Change> of(UUID applicationId) {
		return jdbc.sql("select * from application_change where application_id = ? order by number desc")
				.param(applicationId)
				.query((row, number) -> new Change(row.getInt("number"), Sql.instant(row, "changed_at"),
						row.getString("changed_by"), Occasion.valueOf(row.getString("occasion")),
						Answers.of(row.getString("before")), Answers.of(row.getString("after"))))
				.list();
	}

	/** Keeps what was typed; a question that was emptied is there with nothing. */
	void keep(UUID applicationId, Map<String, List<String>> fields, Instant now) {
		jdbc.sql("""
				insert into application_change_draft (application_id, fields, changed_at)
				values (:id, cast(:fields as jsonb), :now)
				on conflict (application_id) do update
				set fields = application_change_draft.fields || excluded.fields, changed_at = excluded.changed_at
				""")
				.param("id", applicationId).param("fields", JSON.writeValueAsString(fields)).param("now", Sql.utc(now))
				.update();
	}

	/** What was typed and not sent, if anything. */
	Optional<Map<String, List<String>>> kept(UUID applicationId) {
		return jdbc.sql("select fields from application_change_draft where application_id = ?").param(applicationId)
				.query((row, number) -> JSON.readValue(row.getString("fields"),
						new TypeReference<Map<String, List<String>>>() {
						}))
				.optional();
	}

	void forget(UUID applicationId) {
		jdbc.sql("delete from application_change_draft where application_id = ?").param(applicationId).update();
	}
}
