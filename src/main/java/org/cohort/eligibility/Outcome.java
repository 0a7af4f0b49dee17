package org.cohort.eligibility;

/** What a screening finds. */
public enum Outcome {

	ELIGIBLE,
	/** A coordinator decides. */
	BORDERLINE,
	NOT_ELIGIBLE
}
