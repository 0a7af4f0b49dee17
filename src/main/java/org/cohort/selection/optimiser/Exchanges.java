package org.cohort.selection.optimiser;

import java.util.Map;
import java.util.TreeMap;

/** What the exchange of two people does to the objective, from the formulas alone. */
final class Exchanges {

	private final Map<String, Map<String, double[]>> effects = new TreeMap<>();

	Exchanges(Policy policy, Map<Trait, Integer> counts) {
		double weights = 0;
		for (Attribute attribute : policy.attributes()) {
			weights += attribute.targets().stream().anyMatch(target -> target.share() > 0) ? attribute.weight() : 0;
		}
		for (Attribute attribute : policy.attributes()) {
			double full = 0;
			for (Target target : attribute.targets()) {
				full += Math.sqrt(policy.seats() * target.share());
			}
			Map<String, double[]> perValue = new TreeMap<>();
			for (Target target : attribute.targets()) {
				double wanted = policy.seats() * target.share();
				double scale = full > 0 ? attribute.weight() / weights / full : 0;
				if (policy.objective() == Objective.ENTROFY) {
					wanted = Math.rint(wanted);
					scale = 1;
				}
				int count = counts.getOrDefault(new Trait(attribute.name(), target.value()), 0);
				double now = Math.sqrt(Math.min(count, wanted));
				perValue.put(target.value(), new double[] { scale * (Math.sqrt(Math.min(count + 1, wanted)) - now),
						scale * (Math.sqrt(Math.min(Math.max(0, count - 1), wanted)) - now) });
			}
			effects.put(attribute.name(), perValue);
		}
	}

	double gain(Candidate out, Candidate in) {
		double sum = 0;
		for (Map.Entry<String, Map<String, double[]>> attribute : effects.entrySet()) {
			var leaving = out.valuesOf(attribute.getKey());
			var coming = in.valuesOf(attribute.getKey());
			if (leaving.equals(coming)) {
				continue;
			}
			for (Map.Entry<String, double[]> value : attribute.getValue().entrySet()) {
				boolean leaves = leaving.contains(value.getKey());
				boolean comes = coming.contains(value.getKey());
				if (leaves != comes) {
					sum += value.getValue()[comes ? 0 : 1];
				}
			}
		}
		return sum;
	}
}
