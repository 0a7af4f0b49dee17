package org.cohort.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.cohort.application.Standings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code eligibility_enquiry}. Every change names the state it comes from, so that the first one counts. */
@Repository
class EnquiryTable {

	private final JdbcClient jdbc;

	private final Standings standings;

	EnquiryTable(JdbcClient jdbc, Standings standings) {
		this.jdbc = jdbc;
		this.standings = standings;
	}

	/** Returns the number of the new enquiry; nothing if one is open. */
	Optional<Integer> insert(UUID applicationId, List<String> questions, String note, String by, Instant now) {
		Optional<Integer> asked = jdbc.sql("""
				insert into eligibility_enquiry (application_id, number, questions, note, asked_by, asked_at, state)
				select :application, coalesce(max(number), 0) + 1, :questions, :note, :by, :now, 'OPEN'
				from eligibility_enquiry where application_id = :application
				on conflict do nothing
				returning number
				""")
				.param("application", applicationId).param("questions", questions.toArray(String[]::new))
				.param("note", note).param("by", by).param("now", utc(now)).query(Integer.class).optional();
		asked.ifPresent(number -> standings.asked(applicationId, true));
		return asked;
	}

	/** The latest first. */
	List<Enquiry> all(UUID applicationId) {
		return jdbc.sql("select * from eligibility_enquiry where application_id = ? order by number desc")
				.param(applicationId).query(EnquiryTable::enquiry).list();
	}

	void schedule(UUID applicationId, int number, Instant remindAt, Instant answerBy) {
		jdbc.sql("""
				update eligibility_enquiry set remind_at = :remind, answer_by = :by
				where application_id = :application and number = :number and answer_by is null
				""")
				.param("remind", utc(remindAt)).param("by", utc(answerBy)).param("application", applicationId)
				.param("number", number).update();
	}

	/** Ends the open enquiry; returns whether there was one. */
	boolean end(UUID applicationId, Enquiry.State state, Instant now) {
		boolean ended = jdbc.sql("""
				update eligibility_enquiry set state = :state, ended_at = :now
				where application_id = :application and state = 'OPEN'
				""")
				.param("state", state.name()).param("now", utc(now)).param("application", applicationId).update() == 1;
		if (ended) {
			standings.asked(applicationId, false);
		}
		return ended;
	}

	/** The open enquiry, locked until the end of the transaction. */
	Optional<Enquiry> lockOpen(UUID applicationId) {
		return jdbc.sql("select * from eligibility_enquiry where application_id = ? and state = 'OPEN' for update")
				.param(applicationId).query(EnquiryTable::enquiry).optional();
	}

	private static Enquiry enquiry(ResultSet row, int number) throws SQLException {
		return new Enquiry(row.getObject("application_id", UUID.class), row.getInt("number"),
				List.of((String[]) row.getArray("questions").getArray()), row.getString("note"),
				row.getString("asked_by"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
				instant(row, "remind_at"), instant(row, "answer_by"), Enquiry.State.valueOf(row.getString("state")),
				instant(row, "ended_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return time == null ? null : time.toInstant();
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}
}
