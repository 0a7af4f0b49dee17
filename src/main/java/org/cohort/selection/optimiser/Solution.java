package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A cohort with the proof of how good it is. All figures are computed anew from the counts, never taken from a solver.
 *
 * @param selected ids, sorted
 * @param objective of this cohort: diversity in [0, 1], or entrofy's sum
 * @param best objective of the most diverse cohort that was found; larger than {@code objective} only by what the
 * tolerances gave up for merit
 * @param bound no cohort that keeps the hard limits has a larger objective
 * @param optimal best and bound agree to within {@code precision}
 * @param precision error bound of the solver's whole numbers, in the unit of the objective
 * @param diversity D, in [0, 1]
 * @param entrofy E of the tool entrofy
 * @param overshoot persons beyond the targets, per seat, weighted mean over the attributes
 * @param meanMerit or {@code null} when the pool has no merit
 * @param settled every step was solved to proven optimality and ties were broken, so that any machine gives this cohort
 * @param counts persons per value with a target
 */
public record Solution(List<String> selected, double objective, double best, double bound, boolean optimal,
		double precision, double diversity, double entrofy, double overshoot, @Nullable Double meanMerit, boolean settled,
		SortedMap<Trait, Integer> counts, List<StepResult> steps, String solver, Duration took) implements Outcome {

	public Solution {
		selected = selected.stream().sorted().toList();
		counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
		steps = List.copyOf(steps);
	}

	/** How far the bound is above the best that was found, 0 when optimal. */
	public double gap() {
		return optimal ? 0 : Math.max(0, bound - best);
	}

	/** What one step reached, in its unit (diversity, overshoot, sum of merit). */
	public record StepResult(Step step, double value, double bound, boolean proven, Duration took) {
	}
}
