package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fair draw: LEXIMIN over all cohorts that are diverse enough, so that the smallest chance is as large as possible,
 * then the second smallest, and so on. The 1,000 panels are themselves drawn from that distribution by the seed, so
 * before the seed is known everybody has exactly the stated chance.
 *
 * @param probabilities id to the chance; tell it to the person alone
 * @param distribution what the chances come from: weighted cohorts, in which people who are the same stand for each
 * other
 * @param panels equally likely cohorts, each as diverse as the tolerance asks, in the order in which they are numbered
 * @param drawn the number (from 0) of the panel that the seed draws
 * @param minimum smallest chance of all, 0 when somebody is in no cohort that is diverse enough
 * @param minimumOfPossible smallest chance of those who are in one
 * @param minimumBound no lottery over the tolerated cohorts gives those more
 * @param gini of all chances, 0 = all equal
 * @param percentiles 10, 25, 50, 75, 90 to the chance; may be published
 * @param never ids that no tolerated cohort contains
 */
public record Lottery(SortedMap<String, Double> probabilities, List<Weighted> distribution, List<List<String>> panels,
		int drawn, double minimum, double minimumOfPossible, double minimumBound, double gini,
		SortedMap<Integer, Double> percentiles, List<String> never, Duration took) {

	/** A cohort with its weight; the weights sum to 1. */
	public record Weighted(double weight, List<String> cohort) {

		public Weighted {
			cohort = List.copyOf(cohort);
		}
	}

	public Lottery {
		probabilities = Collections.unmodifiableSortedMap(new TreeMap<>(probabilities));
		distribution = List.copyOf(distribution);
		panels = panels.stream().map(List::copyOf).toList();
		percentiles = Collections.unmodifiableSortedMap(new TreeMap<>(percentiles));
		never = List.copyOf(never);
	}

	public List<String> cohort() {
		return panels.get(drawn);
	}
}
