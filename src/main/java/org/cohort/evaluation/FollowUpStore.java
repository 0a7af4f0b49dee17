package org.cohort.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.cohort.evaluation.FollowUp.Answer;
import org.cohort.evaluation.FollowUp.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of follow-ups and outcomes. */
@Repository
class FollowUpStore {

	private final JdbcClient jdbc;

	FollowUpStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(FollowUp followUp) {
		jdbc.sql("""
				insert into follow_up (participation_id, number, ask_at, remind_at, answer_by, state)
				values (:id, :number, :askAt, :remindAt, :answerBy, 'PLANNED') on conflict do nothing
				""")
			.param("id", followUp.participationId())
			.param("number", followUp.number())
			.param("askAt", at(followUp.askAt()))
			.param("remindAt", at(followUp.remindAt()))
			.param("answerBy", at(followUp.answerBy()))
			.update();
	}

	List<FollowUp> of(UUID participationId) {
		return jdbc.sql("select * from follow_up where participation_id = :id order by number")
			.param("id", participationId)
			.query(FollowUpStore::followUp)
			.list();
	}

	FollowUp get(UUID participationId, int number) {
		return one(participationId, number, "");
	}

	FollowUp lock(UUID participationId, int number) {
		return one(participationId, number, " for update");
	}

	private FollowUp one(UUID participationId, int number, String lock) {
		return jdbc.sql("select * from follow_up where participation_id = :id and number = :number" + lock)
			.param("id", participationId)
			.param("number", number)
			.query(FollowUpStore::followUp)
			.optional()
			.orElseThrow(() -> new NoSuchElementException("There is no follow-up %d of participation %s."
				.formatted(number, participationId)));
	}

	void answer(FollowUp followUp, Answer answer, Instant at) {
		jdbc.sql("""
				update follow_up set state = 'ANSWERED', contributing = :contributing, what = :what,
					recommends = :recommends, comment = :comment, answered_at = :at
				where participation_id = :id and number = :number
				""")
			.param("id", followUp.participationId())
			.param("number", followUp.number())
			.param("contributing", answer.contributing().word())
			.param("what", answer.what())
			.param("recommends", answer.recommends())
			.param("comment", answer.comment())
			.param("at", at(at))
			.update();
	}

	void close(UUID participationId, int number) {
		jdbc.sql("update follow_up set state = 'CLOSED' where participation_id = :id and number = :number")
			.param("id", participationId)
			.param("number", number)
			.update();
	}

	void record(UUID participationId, Outcome outcome, int followUp, Instant at) {
		jdbc.sql("""
				insert into participation_outcome (participation_id, outcome, follow_up, recorded_at)
				values (:id, :outcome, :followUp, :at)
				on conflict (participation_id) do update
					set outcome = excluded.outcome, follow_up = excluded.follow_up, recorded_at = excluded.recorded_at
				""")
			.param("id", participationId)
			.param("outcome", outcome.word())
			.param("followUp", followUp)
			.param("at", at(at))
			.update();
	}

	private static FollowUp followUp(ResultSet row, int rowNumber) throws SQLException {
		var state = State.valueOf(row.getString("state"));
		Optional<Answer> answer = state == State.ANSWERED ? Optional.of(new Answer(
				Contributing.of(row.getString("contributing")), row.getString("what"), row.getInt("recommends"),
				row.getString("comment"))) : Optional.empty();
		return new FollowUp(row.getObject("participation_id", UUID.class), row.getInt("number"),
				row.getObject("ask_at", OffsetDateTime.class).toInstant(),
				row.getObject("remind_at", OffsetDateTime.class).toInstant(),
				row.getObject("answer_by", OffsetDateTime.class).toInstant(), state, answer);
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}
}
