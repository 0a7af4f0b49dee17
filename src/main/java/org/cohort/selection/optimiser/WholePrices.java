package org.cohort.selection.optimiser;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.cohort.selection.optimiser.IntegerProgram.Sum;

/**
 * Prices as whole numbers. A linear program's prices are often small multiples of one number; found out, the solver has
 * an objective of few values, which it proves much faster. Otherwise the unit is very small.
 *
 * @param unit what 1 is worth
 * @param rounding how far the value of a panel may be off, at most
 */
record WholePrices(long[] prices, double unit, double rounding) {

	private static final int FEW = 1000;

	private static final long MANY = 100_000_000L;

	static WholePrices of(double[] prices, int seats) {
		double largest = Arrays.stream(prices).max().orElse(0);
		if (largest <= 0) {
			return new WholePrices(new long[prices.length], 1, 0);
		}
		double unit = IntStream.rangeClosed(1, FEW).mapToDouble(parts -> largest / parts)
				.filter(part -> rounding(prices, part) < 1e-9 * largest).findFirst().orElse(largest / MANY);
		return new WholePrices(Arrays.stream(prices).mapToLong(price -> Math.round(price / unit)).toArray(), unit,
				seats * rounding(prices, unit));
	}

	private static double rounding(double[] prices, double unit) {
		double most = 0;
		for (double price : prices) {
			most = Math.max(most, Math.abs(price - Math.round(price / unit) * unit));
		}
		return most;
	}

	Sum sum() {
		Sum sum = new Sum();
		for (int t = 0; t < prices.length; t++) {
			if (prices[t] > 0) {
				sum.add(t, prices[t]);
			}
		}
		return sum;
	}

	/** The least whole value that a panel worth this much can have. */
	long least(double value) {
		return (long) Math.ceil((value - rounding) / unit);
	}

	/** The most that a panel can be worth if its whole value is not larger. */
	double most(double whole) {
		return whole * unit + rounding;
	}
}
