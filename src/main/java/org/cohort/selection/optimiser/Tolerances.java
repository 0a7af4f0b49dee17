package org.cohort.selection.optimiser;

/**
 * How much may be given up for merit, and among which cohorts the lottery draws.
 *
 * @param diversity share of the best diversity, 0 (nothing) to 1
 * @param overshoot further overshoot, in seats per seat; twice the diversity by default, because a person beyond the
 * target of one of several equal values costs {@code 1/(2k)} of diversity and {@code 1/k} of overshoot
 */
public record Tolerances(double diversity, double overshoot) {

	public static final Tolerances NONE = new Tolerances(0, 0);

	public Tolerances {
		Require.range(diversity, 0, 1, "The tolerance for diversity");
		Require.that(overshoot >= 0, "The tolerance for overshoot must not be negative.");
	}

	public static Tolerances of(double diversity) {
		return new Tolerances(diversity, 2 * diversity);
	}
}
