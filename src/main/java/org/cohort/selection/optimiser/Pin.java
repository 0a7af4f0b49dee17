package org.cohort.selection.optimiser;

/**
 * Somebody who is in the cohort whatever the optimiser thinks, and why: an accepted offer, a decision of the
 * committee.
 */
public record Pin(String id, String reason) {

	public Pin {
		Require.text(id, "The id of a pin");
		Require.text(reason, "The reason for choosing " + id);
	}
}
