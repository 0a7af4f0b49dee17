package org.cohort.process;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code process_step}: which tasks of which diagrams are done for an application. */
@Repository
class Trail {

	private static final Logger log = LoggerFactory.getLogger(Trail.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	Trail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A task that a worker has done, once or, in a loop, several times. */
	record Step(String processId, String elementId) {
	}

	/** Notes a job that is done. A picture without it is worth less than work that goes on, so this never fails. */
	void note(Job job) {
		job.optionalText("applicationId").ifPresent(applicationId -> {
			try {
				jdbc.sql("""
						insert into process_step (application_id, process_id, element_id, done_at)
						values (:application, :process, :element, :now)
						on conflict (application_id, process_id, element_id) do update set done_at = excluded.done_at
						""")
					.param("application", UUID.fromString(applicationId))
					.param("process", job.processId())
					.param("element", job.elementId())
					.param("now", clock.instant().atOffset(ZoneOffset.UTC))
					.update();
			}
			catch (DataAccessException | IllegalArgumentException failed) {
				log.warn("That {} is done could not be noted for its picture: {}", job, failed.getMessage());
			}
		});
	}

	/** In the order in which they were done last. */
	List<Step> of(UUID applicationId) {
		return jdbc
			.sql("select process_id, element_id from process_step where application_id = :application order by done_at")
			.param("application", applicationId)
			.query((row, number) -> new Step(row.getString(1), row.getString(2)))
			.list();
	}
}
