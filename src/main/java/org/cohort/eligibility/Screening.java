package org.cohort.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The record of one screening: with which table, on what, which rules fired, and what came out.
 *
 * @param number counts the screenings of one application: it is screened again when answers that were asked for are in
 * @param tableVersion key of the decision table as it was deployed
 * @param decision what the coordinator decided, for a borderline application
 */
public record Screening(UUID applicationId, int number, String tableVersion, Map<String, Object> inputs,
		List<Finding> findings, Outcome outcome, List<String> reasons, Instant screenedAt, @Nullable Outcome decision,
		@Nullable String decidedBy, @Nullable Instant decidedAt) {

	/** The outcome after the coordinator's decision, if there was one. */
	public Outcome finalOutcome() {
		return decision == null ? outcome : decision;
	}
}
