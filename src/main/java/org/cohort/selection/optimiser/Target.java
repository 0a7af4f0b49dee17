package org.cohort.selection.optimiser;

import org.jspecify.annotations.Nullable;

/**
 * What the programme wishes for one value of an attribute.
 *
 * @param share of the seats, 0 to 1; the shares of an attribute need not sum to 1 (somebody may hold several values)
 * @param min hard minimum of persons, or {@code null}
 * @param max hard maximum of persons, or {@code null}
 */
public record Target(String value, double share, @Nullable Integer min, @Nullable Integer max) {

	public Target {
		Require.text(value, "The value of a target");
		Require.range(share, 0, 1, "The target of " + value);
		Require.that(min == null || min >= 0, "The minimum of " + value + " must not be negative.");
		Require.that(max == null || max >= 0, "The maximum of " + value + " must not be negative.");
		Require.that(min == null || max == null || min <= max,
				"The minimum of " + value + " is larger than its maximum.");
	}

	public static Target of(String value, double share) {
		return new Target(value, share, null, null);
	}
}
