package org.cohort.selection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.cohort.selection.Dimension.Aim;

/**
 * D of docs/selection.md for a cohort that people put together, in no time and without a solver: the mean over the
 * attributes of the sum over the values of the root of min(people with it, people wanted), divided by what that sum
 * is when everything that is wanted is there. A test compares it with what the optimiser says of its own cohorts.
 */
final class Diversity {

	private final List<Dimension> dimensions;

	private final int seats;

	/** @param seats the targets are shares of these; members may be fewer */
	Diversity(List<Dimension> dimensions, int seats) {
		this.dimensions = dimensions.stream().filter(Dimension::counts).toList();
		this.seats = seats;
	}

	/** 0 to 1; 1 when nothing is wanted. */
	double of(Collection<Entrant> cohort) {
		return dimensions.stream().mapToDouble(dimension -> of(dimension, cohort)).average().orElse(1);
	}

	private double of(Dimension dimension, Collection<Entrant> cohort) {
		Map<String, Integer> counts = new HashMap<>();
		cohort.forEach(member -> member.valuesOf(dimension.key()).forEach(value -> counts.merge(value, 1, Integer::sum)));
		double reached = 0;
		double wanted = 0;
		for (Aim aim : dimension.aims()) {
			double people = seats * aim.share();
			reached += Math.sqrt(Math.min(counts.getOrDefault(aim.value(), 0), people));
			wanted += Math.sqrt(people);
		}
		return reached / wanted;
	}
}
