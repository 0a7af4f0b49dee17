package org.cohort.selection.commandline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.cohort.selection.optimiser.Infeasible;
import org.cohort.selection.optimiser.Lottery;
import org.cohort.selection.optimiser.Solution;

import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/** The result as exactly one JSON object on one line. */
final class JsonReport {

	private JsonReport() {
	}

	/**
	 * @param solution the best cohort, for proof and bound
	 * @param shown the cohort to describe: the same, or the one that was drawn
	 */
	static String of(Solution solution, Solution shown, @Nullable Lottery lottery, double seconds, boolean verified) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("selected", shown.selected());
		json.put("objective", shown.objective());
		json.put("best", solution.best());
		json.put("bound", solution.bound());
		json.put("optimal", solution.optimal());
		json.put("precision", solution.precision());
		json.put("diversity", shown.diversity());
		json.put("entrofyObjective", shown.entrofy());
		json.put("overshoot", shown.overshoot());
		json.put("meanMerit", shown.meanMerit());
		json.put("settled", solution.settled());
		Map<String, Map<String, Integer>> counts = new TreeMap<>();
		shown.counts().forEach((trait, persons) -> counts
				.computeIfAbsent(trait.attribute(), none -> new TreeMap<>()).put(trait.value(), persons));
		json.put("counts", counts);
		if (lottery != null) {
			json.put("probabilities", lottery.probabilities());
			json.put("minimumProbability", lottery.minimum());
				json.put("minimumOfPossible", lottery.minimumOfPossible());
			json.put("minimumProbabilityBound", lottery.minimumBound());
			json.put("gini", lottery.gini());
		}
		json.put("seconds", seconds);
		json.put("verified", verified);
		return JsonMapper.shared().writeValueAsString(json) + "\n";
	}

	static String of(Infeasible infeasible) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("feasible", false);
		json.put("conflict", infeasible.conflict());
		json.put("relaxation", infeasible.relaxation());
		return JsonMapper.shared().writeValueAsString(json) + "\n";
	}
}
