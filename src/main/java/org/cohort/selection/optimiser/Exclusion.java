package org.cohort.selection.optimiser;

/** Somebody who must not be in the cohort, and why: declined, withdrew, a decision of the committee. */
public record Exclusion(String id, String reason) {

	public Exclusion {
		Require.text(id, "The id of an exclusion");
		Require.text(reason, "The reason for excluding " + id);
	}
}
