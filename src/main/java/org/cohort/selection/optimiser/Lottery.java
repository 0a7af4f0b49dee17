package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fair draw: LEXIMIN over all cohorts within the tolerances, so that the smallest chance is as large as possible, then
 * the second smallest, and so on.
 *
 * @param probabilities id to the chance that the panels really give; tell it to the person alone
 * @param panels equally likely cohorts, each as good as the tolerances ask, in the order in which they are numbered
 * @param drawn the number (from 0) of the panel that the seed draws
 * @param minimum smallest chance of those who can be chosen at all
 * @param minimumBound no lottery over the tolerated cohorts has a larger minimum
 * @param gini of the chances, 0 = all equal
 * @param percentiles 10, 25, 50, 75, 90 to the chance; may be published
 * @param never ids that no tolerated cohort contains
 */
public record Lottery(SortedMap<String, Double> probabilities, List<List<String>> panels, int drawn, double minimum,
		double minimumBound, double gini, SortedMap<Integer, Double> percentiles, List<String> never, Duration took) {

	public Lottery {
		probabilities = Collections.unmodifiableSortedMap(new TreeMap<>(probabilities));
		panels = panels.stream().map(List::copyOf).toList();
		percentiles = Collections.unmodifiableSortedMap(new TreeMap<>(percentiles));
		never = List.copyOf(never);
	}

	public List<String> cohort() {
		return panels.get(drawn);
	}
}
