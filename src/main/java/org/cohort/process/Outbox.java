package org.cohort.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every event reaches its listeners. Modulith writes an event down in the transaction that publishes it
 * and hands it to each listener once; this class hands it over again if that failed or if the application died before:
 * after 2, 4, 8 seconds and so on up to 5 minutes, few at a time, and for the engine only while the engine is there.
 *
 * <p>The waiting is ours because Modulith 2.1 has none: its query for failed publications ignores the minimum age and
 * the filter comes after the limit, so that what fails for ever would keep the rest waiting. A failed publication is
 * therefore parked (as «published») and shown to Modulith as failed only when it is due.
 */
@Component
class Outbox {

	/** Listeners take a moment; what took this long was lost with its application. */
	static final Duration LOST_AFTER = Duration.ofMinutes(2);

	private static final Duration KEPT = Duration.ofDays(7);

	/** As many as the listeners' threads can do in a few seconds. */
	static final int AT_ONCE = 100;

	/** From this many tries on, an event is shown as stuck. */
	static final int SHOWN_FROM = 4;

	/** Listeners that tell the engine live in this package and wait for the engine. */
	private static final String NOT_FOR_THE_ENGINE = "listener_id not like 'org.cohort.process.%'";

	private static final Logger log = LoggerFactory.getLogger(Outbox.class);

	private final JdbcClient jdbc;

	private final FailedEventPublications failed;

	private final CompletedEventPublications completed;

	private final EngineState engine;

	private final Clock clock;

	private final Instant started;

	Outbox(JdbcClient jdbc, FailedEventPublications failed, CompletedEventPublications completed, EngineState engine,
			Clock clock) {
		this.jdbc = jdbc;
		this.failed = failed;
		this.completed = completed;
		this.engine = engine;
		this.clock = clock;
		this.started = clock.instant();
	}

	/** Hands over again what is due now. */
	void resubmitDue() {
		park();
		int due = release();
		if (due > 0) {
			log.debug("{} events are handed over again", due);
			failed.resubmit(ResubmissionOptions.defaults().withBatchSize(due).withMaxInFlight(Integer.MAX_VALUE));
		}
	}

	private void park() {
		jdbc.sql("update event_publication set status = 'COMPLETED' where status = 'FAILED' "
				+ "and completion_date is not null").update();
		jdbc.sql("update event_publication set status = 'PUBLISHED', parked = true where status = 'FAILED'").update();
	}

	/**
	 * Takes out of the parking lot what is due: failed ones after their pause, or at once if the engine came back
	 * since; those that were published while the engine was away; and those that were under way when their application
	 * died.
	 */
	private int release() {
		Instant now = clock.instant();
		Instant engineSince = engine.readySince().orElse(Instant.EPOCH);
		return jdbc.sql("""
				update event_publication set status = 'FAILED', parked = false where id in (
					select id from event_publication
					where completion_date is null and %s
					and coalesce(last_resubmission_date, publication_date) < case
						when parked then greatest(:engineSince, :now - make_interval(secs =>
							least(300, power(2, 1 + least(coalesce(completion_attempts, 0), 10)))))
						when %s then :lost else greatest(:engineSince, :lost) end
					order by publication_date limit :room for update skip locked)
				""".formatted(reachable(), NOT_FOR_THE_ENGINE))
			.param("engineSince", timestamp(engineSince))
			.param("now", timestamp(now))
			.param("lost", timestamp(lostBefore(now)))
			.param("room", AT_ONCE - underWay(now, engineSince))
			.update();
	}

	/** How many listeners are at work, as far as it matters: whoever was not heard of for so long is lost. */
	private int underWay(Instant now, Instant engineSince) {
		return jdbc.sql("""
				select count(*) from (
					select from event_publication where completion_date is null and not parked and %s
					and (last_resubmission_date >= :lost or last_resubmission_date is null and publication_date >= :lost)
					and (%s or coalesce(last_resubmission_date, publication_date) >= :engineSince)
					limit :most) as found
				""".formatted(reachable(), NOT_FOR_THE_ENGINE))
			.param("lost", timestamp(lostBefore(now)))
			.param("engineSince", timestamp(engineSince))
			.param("most", AT_ONCE)
			.query(Integer.class)
			.single();
	}

	private String reachable() {
		return engine.readySince().isPresent() ? "true" : NOT_FOR_THE_ENGINE;
	}

	private Instant lostBefore(Instant now) {
		Instant lost = now.minus(LOST_AFTER);
		return started.isAfter(lost) ? started : lost;
	}

	void forgetOld() {
		completed.deletePublicationsOlderThan(KEPT);
	}

	/** What has not reached its listener yet. */
	Waiting waiting() {
		return jdbc.sql("""
				select count(*) as events, min(publication_date) as oldest from event_publication
				where completion_date is null
				""")
			.query((row, number) -> new Waiting(row.getInt("events"), instant(row.getTimestamp("oldest"))))
			.single();
	}

	/** Events that failed again and again although nothing is known to be away. */
	List<StuckEvent> stuck() {
		return jdbc.sql("""
				select event_type, listener_id, count(*) as events, min(publication_date) as oldest,
					max(completion_attempts) as attempts
				from event_publication
				where completion_date is null and completion_attempts >= :from
				group by event_type, listener_id order by oldest
				""")
			.param("from", SHOWN_FROM)
			.query((row, number) -> new StuckEvent(row.getString("event_type"), row.getString("listener_id"),
					row.getInt("events"), row.getInt("attempts"), row.getTimestamp("oldest").toInstant()))
			.list();
	}

	/** Makes everything that waits due now. */
	void retryNow() {
		park();
		jdbc.sql("update event_publication set last_resubmission_date = 'epoch' where parked "
				+ "and completion_date is null").update();
		resubmitDue();
	}

	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}

	/**
	 * Events on their way.
	 *
	 * @param oldest when the oldest was published, if there is any
	 */
	record Waiting(int events, @Nullable Instant oldest) {
	}

	/** Events of a type that a listener does not get done. */
	record StuckEvent(String eventType, String listener, int events, int attempts, Instant oldest) {

		/** As people read it: {@code Submitted → application messages}. */
		public String what() {
			String event = eventType.substring(Math.max(eventType.lastIndexOf('.'), eventType.lastIndexOf('$')) + 1);
			String method = listener.replaceAll("\\(.*", "");
			String[] parts = method.split("\\.");
			return event + " → " + (parts.length > 1 ? parts[parts.length - 2] : method);
		}
	}
}
