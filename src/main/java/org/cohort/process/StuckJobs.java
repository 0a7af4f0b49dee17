package org.cohort.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.camunda.client.api.response.ActivatedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers jobs that failed, until they succeed or the engine has no use for them any more. */
@Component
class StuckJobs {

	/** From this many failures on, people are shown a job. */
	static final int SHOWN_FROM = 3;

	private static final List<Duration> WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
			Duration.ofSeconds(30), Duration.ofMinutes(1));

	private static final Logger log = LoggerFactory.getLogger(StuckJobs.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	StuckJobs(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Counts a failure and says how long to wait. Never fails itself: without a database there is still a next try. */
	Fault failed(ActivatedJob job, Throwable fault) {
		String errorId = UUID.randomUUID().toString().substring(0, 8);
		Instant now = clock.instant();
		try {
			int attempts = jdbc.sql("""
					insert into stuck_job as stuck (job_key, job_type, process_id, element_id, process_instance_key,
						subject, attempts, first_failed_at, last_failed_at, next_try_at, error_id, fault)
					values (:key, :type, :process, :element, :instance, :subject, 1, :now, :now, :now, :errorId, :fault)
					on conflict (job_key) do update set attempts = stuck.attempts + 1,
						last_failed_at = excluded.last_failed_at, error_id = excluded.error_id, fault = excluded.fault
					returning attempts
					""")
				.param("key", job.getKey())
				.param("type", job.getType())
				.param("process", job.getBpmnProcessId())
				.param("element", job.getElementId())
				.param("instance", job.getProcessInstanceKey())
				.param("subject", subject(job))
				.param("now", now.atOffset(ZoneOffset.UTC))
				.param("errorId", errorId)
				.param("fault", PlainFault.of(fault))
				.query(Integer.class)
				.single();
			Fault recorded = new Fault(errorId, attempts, WAITS.get(Math.min(attempts, WAITS.size()) - 1));
			jdbc.sql("update stuck_job set next_try_at = :next where job_key = :key")
				.param("next", now.plus(recorded.pause()).atOffset(ZoneOffset.UTC))
				.param("key", job.getKey())
				.update();
			return recorded;
		}
		catch (DataAccessException unrecorded) {
			log.warn("A failed job could not be noted: {}", unrecorded.getMessage());
			return new Fault(errorId, 1, Duration.ofSeconds(10));
		}
	}

	void done(long key) {
		try {
			jdbc.sql("delete from stuck_job where job_key = :key").param("key", key).update();
		}
		catch (DataAccessException unrecorded) {
			log.warn("A job that succeeded is still noted as stuck: {}", unrecorded.getMessage());
		}
	}

	List<StuckJob> shown() {
		return jdbc.sql("select * from stuck_job where attempts >= :from order by first_failed_at")
			.param("from", SHOWN_FROM)
			.query(StuckJob::of)
			.list();
	}

	Optional<StuckJob> find(long key) {
		return jdbc.sql("select * from stuck_job where job_key = :key").param("key", key).query(StuckJob::of)
			.optional();
	}

	/** The id that a person can look up: the narrowest one the job carries. */
	private static String subject(ActivatedJob job) {
		return Stream.of("reviewId", "participationId", "applicationId", "roundId")
			.filter(name -> job.getVariablesAsMap().get(name) instanceof String)
			.map(name -> name.replace("Id", " ") + job.getVariablesAsMap().get(name))
			.findFirst()
			.orElse("");
	}

	/**
	 * A failure that was counted.
	 *
	 * @param pause until the next try
	 */
	record Fault(String errorId, int attempts, Duration pause) {

		boolean held() {
			return attempts >= SHOWN_FROM;
		}
	}

	/** Work that does not get done. */
	record StuckJob(long key, String type, String processId, String elementId, String subject, int attempts,
			Instant firstFailedAt, Instant lastFailedAt, Instant nextTryAt, String errorId, String fault) {

		static StuckJob of(ResultSet columns, int number) throws SQLException {
			return new StuckJob(columns.getLong("job_key"), columns.getString("job_type"),
					columns.getString("process_id"), columns.getString("element_id"), columns.getString("subject"),
					columns.getInt("attempts"), columns.getTimestamp("first_failed_at").toInstant(),
					columns.getTimestamp("last_failed_at").toInstant(), columns.getTimestamp("next_try_at").toInstant(),
					columns.getString("error_id"), columns.getString("fault"));
		}
	}
}
