package org.cohort.selection.optimiser;

import java.util.Arrays;

/** A cohort of the lottery, as how many of every kind are in it. */
final class Panel {

	final int[] taken;

	Panel(int[] taken) {
		this.taken = taken;
	}

	double value(double[] prices) {
		double sum = 0;
		for (int i = 0; i < taken.length; i++) {
			sum += prices[i] * taken[i];
		}
		return sum;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Panel panel && Arrays.equals(taken, panel.taken);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(taken);
	}
}
