package org.cohort.eligibility;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A decision table run over a past pool. Nothing of the pool is changed by it.
 *
 * @param version of the table
 * @param failure why it came to nothing, in words
 */
record TableTrial(UUID id, UUID roundId, String version, String startedBy, Instant startedAt, int total, int done,
		State state, @Nullable String failure, @Nullable Instant finishedAt) {

	enum State {
		RUNNING, DONE, FAILED
	}

	/** How many of the pool had an outcome, and would have it. */
	record Counts(Map<Outcome, Integer> before, Map<Outcome, Integer> after) {
	}

	/** Somebody who would change sides, by the code, and the rules that would fire. */
	record Change(UUID applicationId, String code, Outcome before, Outcome after, List<Finding> findings,
			List<String> reasonsBefore) {
	}

	/** Tables evaluated per second; nothing while it runs, or if it was over at once. */
	public @Nullable Long perSecond() {
		long millis = finishedAt == null ? 0 : Duration.between(startedAt, finishedAt).toMillis();
		return millis <= 0 || done == 0 ? null : Math.round(done * 1000.0 / millis);
	}
}
