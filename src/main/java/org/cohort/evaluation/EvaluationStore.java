package org.cohort.evaluation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.cohort.evaluation.Evaluation.Content;
import org.cohort.evaluation.Evaluation.Judgement;
import org.cohort.evaluation.Evaluations.Schedule;
import org.cohort.mentorship.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of evaluations. */
@Repository
class EvaluationStore {

	private final JdbcClient jdbc;

	EvaluationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void request(UUID participationId, Instant now, Schedule schedule) {
		jdbc.sql("""
				insert into evaluation_request (participation_id, asked_at, remind_at, closes_at)
				values (:id, :now, :remind, :closes) on conflict do nothing
				""")
			.param("id", participationId)
			.param("now", at(now))
			.param("remind", at(schedule.remindAt()))
			.param("closes", at(schedule.closesAt()))
			.update();
	}

	Optional<Schedule> schedule(UUID participationId) {
		return jdbc.sql("select * from evaluation_request where participation_id = :id")
			.param("id", participationId)
			.query((row, number) -> new Schedule(row.getObject("remind_at", OffsetDateTime.class).toInstant(),
					row.getObject("closes_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** Nobody else evaluates this participation until the transaction ends. */
	void lock(UUID participationId) {
		jdbc.sql("select 1 from evaluation_request where participation_id = :id for update")
			.param("id", participationId)
			.query(Integer.class)
			.optional();
	}

	void insert(Evaluation evaluation) {
		jdbc.sql("""
				insert into evaluation (participation_id, side, author, written_at, advice)
				values (:id, :side, :author, :at, :advice)
				""")
			.param("id", evaluation.participationId())
			.param("side", evaluation.by().word())
			.param("author", evaluation.author())
			.param("at", at(evaluation.writtenAt()))
			.param("advice", evaluation.content().advice())
			.update();
		int position = 0;
		for (var judgement : evaluation.content().judgements()) {
			jdbc.sql("""
					insert into evaluation_judgement (participation_id, side, position, criterion, verdict, evidence)
					values (:id, :side, :position, :criterion, :verdict, :evidence)
					""")
				.param("id", evaluation.participationId())
				.param("side", evaluation.by().word())
				.param("position", position++)
				.param("criterion", judgement.criterion())
				.param("verdict", judgement.verdict().word())
				.param("evidence", judgement.evidence())
				.update();
		}
	}

	Optional<Evaluation> find(UUID participationId, Side side) {
		var judgements = jdbc.sql("""
				select * from evaluation_judgement where participation_id = :id and side = :side order by position
				""")
			.param("id", participationId)
			.param("side", side.word())
			.query((row, number) -> new Judgement(row.getString("criterion"), Verdict.of(row.getString("verdict")),
					row.getString("evidence")))
			.list();
		return jdbc.sql("select * from evaluation where participation_id = :id and side = :side")
			.param("id", participationId)
			.param("side", side.word())
			.query((row, number) -> new Evaluation(participationId, side, row.getString("author"),
					row.getObject("written_at", OffsetDateTime.class).toInstant(),
					new Content(judgements, row.getString("advice"))))
			.optional();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}
}
