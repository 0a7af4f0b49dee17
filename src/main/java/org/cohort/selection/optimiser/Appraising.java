package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.cohort.selection.optimiser.Solution.StepResult;

/** Works out every figure of a cohort from its members alone. */
final class Appraising {

	private Appraising() {
	}

	static Solution of(Instance instance, List<Integer> chosen, double best, double bound, boolean optimal,
			boolean settled, List<StepResult> steps, String solver, Duration took) {
		int[] counts = instance.targetCounts(instance.counts(chosen));
		Measure diversity = new Measure(instance.policy, Objective.DIVERSITY);
		Measure entrofy = new Measure(instance.policy, Objective.ENTROFY);
		SortedMap<Trait, Integer> perTrait = new TreeMap<>();
		for (int v = 0; v < counts.length; v++) {
			perTrait.put(instance.measure.traits().get(v), counts[v]);
		}
		boolean rated = chosen.stream().anyMatch(person -> instance.people.get(person).merit() != null);
		Double mean = rated ? chosen.stream().mapToDouble(person -> {
			Double merit = instance.people.get(person).merit();
			return merit == null ? 0 : merit;
		}).sum() / chosen.size() : null;
		return new Solution(chosen.stream().map(person -> instance.people.get(person).id()).toList(),
				instance.measure.value(counts), best, bound, optimal, instance.measure.precision(),
				diversity.value(counts), entrofy.value(counts), instance.measure.overshoot(counts), mean, settled,
				perTrait, steps, solver, took);
	}
}
