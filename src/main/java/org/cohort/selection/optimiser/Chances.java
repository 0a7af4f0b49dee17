package org.cohort.selection.optimiser;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What may be published about the chances of a lottery. */
final class Chances {

	/** What the HMAC of the seed is taken of to draw the panel. */
	static final String DRAW = "draw of the panel";

	private final double[] sorted;

	private final double possible;

	/** @param never ids that are in no tolerated cohort */
	Chances(Map<String, Double> probabilities, Collection<String> never) {
		Set<String> without = new HashSet<>(never);
		this.sorted = probabilities.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
		this.possible = probabilities.entrySet().stream().filter(entry -> !without.contains(entry.getKey()))
				.mapToDouble(Map.Entry::getValue).min().orElse(0);
	}

	double minimumOfPossible() {
		return possible;
	}

	double minimum() {
		return sorted.length == 0 ? 0 : sorted[0];
	}

	/** Gini coefficient: half the mean absolute difference relative to the mean. */
	double gini() {
		double sum = 0;
		double ranked = 0;
		for (int i = 0; i < sorted.length; i++) {
			sum += sorted[i];
			ranked += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
		}
		return sum == 0 ? 0 : ranked / (sorted.length * sum);
	}

	/** Nearest-rank percentiles. */
	SortedMap<Integer, Double> percentiles() {
		SortedMap<Integer, Double> percentiles = new TreeMap<>();
		for (int percent : new int[] { 10, 25, 50, 75, 90 }) {
			if (sorted.length > 0) {
				percentiles.put(percent, sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1]);
			}
		}
		return percentiles;
	}
}
