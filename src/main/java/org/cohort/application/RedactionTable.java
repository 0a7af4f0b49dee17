package org.cohort.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the table {@code redaction}. */
@Repository
class RedactionTable {

	private final JdbcClient jdbc;

	RedactionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All there ever were, the oldest first. */
	List<Redaction> of(UUID applicationId) {
		return jdbc.sql("select * from redaction where application_id = :application order by made_at, id")
			.param("application", applicationId)
			.query(RedactionTable::redaction)
			.list();
	}

	/** The passages that are blacked out now. */
	List<String> passages(UUID applicationId) {
		return jdbc.sql("select passage from redaction where application_id = :application and undone_at is null")
			.param("application", applicationId)
			.query(String.class)
			.list();
	}

	/** @return whether it was not blacked out already */
	boolean add(UUID id, UUID applicationId, String passage, String actor, Instant now) {
		return jdbc.sql("""
				insert into redaction (id, application_id, passage, made_by, made_at)
				values (:id, :application, :passage, :actor, :now) on conflict do nothing
				""")
			.param("id", id)
			.param("application", applicationId)
			.param("passage", passage)
			.param("actor", actor)
			.param("now", Sql.utc(now))
			.update() == 1;
	}

	/** @return whether it was still blacked out */
	boolean undo(UUID id, UUID applicationId, String actor, Instant now) {
		return jdbc.sql("""
				update redaction set undone_by = :actor, undone_at = :now
				where id = :id and application_id = :application and undone_at is null
				""")
			.param("id", id)
			.param("application", applicationId)
			.param("actor", actor)
			.param("now", Sql.utc(now))
			.update() == 1;
	}

	private static Redaction redaction(ResultSet row, int number) throws SQLException {
		return new Redaction(row.getObject("id", UUID.class), row.getObject("application_id", UUID.class),
				row.getString("passage"), row.getString("made_by"), Sql.instant(row, "made_at"),
				row.getString("undone_by"), Sql.instantIfAny(row, "undone_at"));
	}
}
