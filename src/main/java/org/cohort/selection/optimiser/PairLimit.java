package org.cohort.selection.optimiser;

import org.jspecify.annotations.Nullable;

/** A hard limit on how many of the cohort hold both traits, such as at least one woman from Africa. */
public record PairLimit(Trait first, Trait second, @Nullable Integer min, @Nullable Integer max) {

	public PairLimit {
		Require.that(!first.equals(second), "A pair needs two different values.");
		Require.that(min != null || max != null, "The pair " + first + " and " + second + " needs a limit.");
		Require.that(min == null || min >= 0, "The minimum of a pair must not be negative.");
		Require.that(max == null || max >= 0, "The maximum of a pair must not be negative.");
		Require.that(min == null || max == null || min <= max, "The minimum of a pair is larger than its maximum.");
	}
}
