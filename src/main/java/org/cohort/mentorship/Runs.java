package org.cohort.mentorship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The runs of rounds. A run's weeks are counted from the round's planned start, or from the moment that it is first
 * needed when that is later (a round that settles late still gets all its weeks).
 */
@Service
@Transactional
public class Runs {

	static final Duration HALF_A_YEAR = Duration.ofDays(183);

	private final JdbcClient jdbc;

	private final Programmes programmes;

	private final Applications applications;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Runs(JdbcClient jdbc, Programmes programmes, Applications applications, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.programmes = programmes;
		this.applications = applications;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** The seats are settled: the run begins. A run without any participant is completed at once. */
	public void start(UUID roundId) {
		plan(roundId);
		boolean first =
				jdbc.sql("update mentorship_run set started_at = :now where round_id = :round and started_at is null")
			.param("now", Sql.at(clock.instant()))
			.param("round", roundId)
			.update() == 1;
		if (first) {
			programmes.markRunning(roundId);
			audit.record("process", "start-run", "round", roundId, "");
			events.publishEvent(new Participations.RunStarted(roundId));
			completeIfOver(roundId);
		}
	}

	/** The run of a round, fixing its start if nobody has needed it before. */
	public Run plan(UUID roundId) {
		var round = programmes.round(roundId);
		var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		var startsAt = round.runStartsAt().isBefore(now) ? now : round.runStartsAt();
		jdbc.sql("insert into mentorship_run (round_id, starts_at) values (:round, :starts) on conflict do nothing")
			.param("round", roundId)
			.param("starts", Sql.at(startsAt))
			.update();
		return find(roundId).orElseThrow();
	}

	/** The run of a round, once its start is fixed. */
	@Transactional(readOnly = true)
	public Optional<Run> find(UUID roundId) {
		var settings = programmes.round(roundId).settings();
		return jdbc.sql("select * from mentorship_run where round_id = :round")
			.param("round", roundId)
			.query((row, number) -> new Run(roundId, Sql.instant(row, "starts_at"), settings.weekLength(),
					settings.weeks(), Sql.instantOrNull(row, "completed_at") != null))
			.optional();
	}

	/** The run row is locked first, so that of two last participations one sees the other's end. */
	void completeIfOver(UUID roundId) {
		boolean underWay = jdbc.sql("""
				select started_at is not null and completed_at is null from mentorship_run
				where round_id = :round for update
				""").param("round", roundId).query(Boolean.class).optional().orElse(false);
		if (!underWay || openParticipations(roundId) > 0) {
			return;
		}
		var now = clock.instant();
		jdbc.sql("update mentorship_run set completed_at = :now where round_id = :round")
			.param("now", Sql.at(now))
			.param("round", roundId)
			.update();
		audit.record("process", "complete-run", "round", roundId, "");
		events.publishEvent(new Participations.RunCompleted(roundId));
	}

	/** Participations that go on, and accepted applications whose participation has yet to be started. */
	private long openParticipations(UUID roundId) {
		long finished = jdbc.sql("""
				select count(*) from participation where round_id = :round and state in ('COMPLETED', 'ENDED')
				""").param("round", roundId).query(Long.class).single();
		long started = jdbc.sql("select count(*) from participation where round_id = :round")
			.param("round", roundId)
			.query(Long.class)
			.single();
		long accepted = applications.inRound(roundId)
			.stream()
			.filter(application -> application.stage() == Stage.ACCEPTED)
			.count();
		return Math.max(started, accepted) - finished;
	}

	/** The start of the run if it is fixed, else the date the round planned. */
	@Transactional(readOnly = true)
	public Instant startsAt(UUID roundId) {
		return find(roundId).map(Run::startsAt).orElseGet(() -> programmes.round(roundId).runStartsAt());
	}
}
