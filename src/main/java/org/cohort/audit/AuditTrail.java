package org.cohort.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of who did what. Entries can be added and read, by nobody changed or removed: the application's database
 * role may not, and {@link Seals} would show it. Details hold ids and routing values, no personal data of applicants.
 */
@Service
public class AuditTrail {

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditTrail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds an entry in the caller's transaction: what is rolled back was not done and is not recorded.
	 * @param actor a staff member's username, or the part of Cohort that acted
	 * @param action what happened, as a verb in kebab-case: {@code approve-selection}
	 * @param subjectType what it was done to, such as {@code round}
	 */
	@Transactional
	public void record(String actor, String action, String subjectType, UUID subject, String detail) {
		// PostgreSQL keeps microseconds; a finer time would make the seal disagree with the row.
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		jdbc.sql("""
				insert into audit_entry (at, actor, action, subject_type, subject_id, detail)
				values (:at, :actor, :action, :type, :subject, :detail)
				""")
			.param("at", now.atOffset(ZoneOffset.UTC))
			.param("actor", actor)
			.param("action", action)
			.param("type", subjectType)
			.param("subject", subject)
			.param("detail", detail)
			.update();
	}

	/** Everything that was done to a subject, oldest first. */
	@Transactional(readOnly = true)
	public List<Entry> of(UUID subject) {
		return jdbc.sql("select * from audit_entry where subject_id = :subject order by id")
			.param("subject", subject)
			.query(Entry::of)
			.list();
	}

	/** One thing that somebody did. */
	public record Entry(long id, Instant at, String actor, String action, String subjectType, UUID subject,
			String detail) {

		static Entry of(ResultSet columns, int number) throws SQLException {
			return new Entry(columns.getLong("id"), columns.getTimestamp("at").toInstant(), columns.getString("actor"),
					columns.getString("action"), columns.getString("subject_type"),
					columns.getObject("subject_id", UUID.class), columns.getString("detail"));
		}
	}
}
