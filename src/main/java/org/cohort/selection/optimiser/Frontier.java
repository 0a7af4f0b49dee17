package org.cohort.selection.optimiser;

import java.util.List;

/**
 * What merit can be had for how much diversity: best diversity first, best merit last, nothing between is dominated but
 * perhaps the policy's own tolerance, which is always there and may allow less overshoot than the others.
 */
public record Frontier(List<Point> points) {

	public Frontier {
		points = List.copyOf(points);
	}

	/** The strongest cohort when the given share of diversity may be given up. */
	public record Point(double tolerance, Solution solution) {
	}
}
