package org.cohort.selection.optimiser;

/** What diversity means; both are sums of square roots of counts, capped at the target. */
public enum Objective {

	/** Weighted mean over the attributes of the share of Σ√(k·target) that is reached, in [0, 1]; no rounding. */
	DIVERSITY,

	/** As the tool {@code entrofy} counts: Σ√min(round(k·target), n), halves rounded to even; weights are not used. */
	ENTROFY
}
