package org.cohort.charts;

import java.math.BigDecimal;

/** A value axis from zero to a round number in at most five round steps of whole numbers: what is shown is counted. */
record Scale(double top, double step) {

	private static final double[] ROUND = { 1, 2, 2.5, 5, 10 };

	static Scale upTo(double most) {
		if (most <= 0) {
			return new Scale(1, 1);
		}
		double magnitude = Math.max(1, Math.pow(10, Math.floor(Math.log10(most / 5))));
		for (double round : ROUND) {
			double step = round * magnitude;
			double top = Math.ceil(most / step - 1e-9) * step;
			if (step == Math.rint(step) && top / step <= 5 + 1e-9) {
				return new Scale(top, step);
			}
		}
		return new Scale(10 * magnitude * 5, 10 * magnitude);
	}

	static String show(double value) {
		return BigDecimal.valueOf(Math.round(value * 100) / 100.0).stripTrailingZeros().toPlainString();
	}
}
