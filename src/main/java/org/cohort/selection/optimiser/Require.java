package org.cohort.selection.optimiser;

/** The bounds that the values of this package state about themselves. */
final class Require {

	private Require() {
	}

	static void that(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

	static void text(String text, String what) {
		that(!text.isBlank(), what + " must not be empty.");
	}

	static void range(double value, double low, double high, String what) {
		that(value >= low && value <= high, what + " must be between " + low + " and " + high + ", not " + value + ".");
	}
}
