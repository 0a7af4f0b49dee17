package org.cohort.application;

import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules know of an application and coordinators filter and sort by. Whoever knows it says it here in the
 * transaction that changes it, so the list is never behind. An application that does not exist is passed over.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Standings {

	private final JdbcClient jdbc;

	Standings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the screening came to: {@code ELIGIBLE}, {@code BORDERLINE} or {@code NOT_ELIGIBLE}. */
	public void screened(UUID applicationId, String outcome) {
		jdbc.sql("update application set outcome = :outcome where id = :id and outcome is distinct from :outcome")
				.param("outcome", outcome).param("id", applicationId).update();
	}

	/**
	 * How many reviews wait for their reviewers and how many are in.
	 * @param dueAt the earliest deadline of those that wait; null exactly when none does
	 */
	public void reviews(UUID applicationId, int open, int done, @Nullable Instant dueAt) {
		jdbc.sql("update application set reviews_open = :open, reviews_done = :done, reviews_due_at = :due where id = :id")
				.param("open", open).param("done", done).param("due", dueAt == null ? null : Sql.utc(dueAt))
				.param("id", applicationId).update();
	}

	/** The score that the reviews make together, from 0 to 100. */
	public void scored(UUID applicationId, double score) {
		jdbc.sql("update application set score = :score where id = :id").param("score", score)
				.param("id", applicationId).update();
	}

	/** A reviewer began to judge it; what is fixed since then stays fixed. */
	public void reviewBegan(UUID applicationId, Instant at) {
		jdbc.sql("update application set review_began_at = :at where id = :id and review_began_at is null")
				.param("at", Sql.utc(at)).param("id", applicationId).update();
	}

	/** Whether a reviewer has begun to judge it. */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public boolean reviewHasBegun(UUID applicationId) {
		return jdbc.sql("select review_began_at is not null from application where id = ?").param(applicationId)
				.query(Boolean.class).optional().orElse(false);
	}

	/** Whether the applicant was asked for more and has not answered yet. */
	public void asked(UUID applicationId, boolean unanswered) {
		jdbc.sql("update application set unanswered = :unanswered where id = :id").param("unanswered", unanswered)
				.param("id", applicationId).update();
	}

	/** How the reviews of an application stand. */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public Reviews reviews(UUID applicationId) {
		return jdbc.sql("select reviews_open, reviews_done, reviews_due_at from application where id = ?")
				.param(applicationId)
				.query((row, number) -> new Reviews(row.getInt("reviews_open"), row.getInt("reviews_done"),
						Sql.instantIfAny(row, "reviews_due_at")))
				.optional().orElseThrow(() -> new NoSuchElementException("There is no application " + applicationId + "."));
	}

	/**
	 * Reviews of one application.
	 *
	 * @param dueAt the earliest deadline of those that are open
	 */
	public record Reviews(int open, int done, @Nullable Instant dueAt) {
	}
}
