package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Walks from the most diverse cohort to the strongest one and keeps what is not dominated. */
final class FrontierSearch {

	private static final List<Double> TOLERANCES = List.of(0.0, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 1.0);

	private final Selecting selecting;

	private final Tolerances own;

	FrontierSearch(Selecting selecting, Tolerances own) {
		this.selecting = selecting;
		this.own = own;
	}

	Frontier walk() {
		TreeSet<Double> tolerances = new TreeSet<>(TOLERANCES);
		tolerances.add(own.diversity());
		List<Frontier.Point> points = new ArrayList<>();
		for (double tolerance : tolerances) {
			Tolerances allowed = tolerance == own.diversity() ? own : Tolerances.of(tolerance);
			Solution solution = selecting.within(allowed, tolerances.tailSet(tolerance).size());
			boolean stronger = points.isEmpty() || merit(solution) > merit(points.getLast().solution()) + 1e-12;
			if (stronger || tolerance == own.diversity()) {
				points.add(new Frontier.Point(tolerance, solution));
			}
		}
		return new Frontier(points);
	}

	private static double merit(Solution solution) {
		Double merit = solution.meanMerit();
		return merit == null ? 0 : merit;
	}
}
