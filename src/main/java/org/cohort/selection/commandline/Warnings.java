package org.cohort.selection.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.cohort.selection.optimiser.Attribute;
import org.cohort.selection.optimiser.Candidate;
import org.cohort.selection.optimiser.Policy;
import org.cohort.selection.optimiser.Pool;

/** What is not wrong but may not be meant. */
final class Warnings {

	private Warnings() {
	}

	static List<String> of(Pool pool, Policy policy, boolean unseededLottery) {
		List<String> warnings = new ArrayList<>();
		for (Attribute attribute : policy.attributes()) {
			Set<String> known = new TreeSet<>(attribute.targets().stream().map(target -> target.value()).toList());
			Map<String, Integer> unknown = new TreeMap<>();
			for (Candidate candidate : pool.candidates()) {
				candidate.valuesOf(attribute.name()).stream().filter(value -> !known.contains(value))
						.forEach(value -> unknown.merge(value, 1, Integer::sum));
			}
			unknown.forEach((value, persons) -> warnings.add(attribute.name() + "=" + value + " (" + persons
					+ (persons == 1 ? " applicant" : " applicants") + ") has no target and counts for nothing."));
			attribute.targets().stream().filter(target -> target.share() > 0)
					.filter(target -> pool.candidates().stream()
							.noneMatch(candidate -> candidate.valuesOf(attribute.name()).contains(target.value())))
					.forEach(target -> warnings
							.add("Nobody in the pool has " + attribute.name() + "=" + target.value() + "."));
		}
		if (unseededLottery) {
			warnings.add("No --seed was given; a draw is only fair with a seed that nobody could choose afterwards.");
		}
		return warnings;
	}
}
