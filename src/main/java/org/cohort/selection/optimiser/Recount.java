package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a cohort straight from the formulas of {@code docs/selection.md}, written a second time for the
 * verifier: nothing here is shared with what the optimiser computes with.
 */
final class Recount {

	private final Policy policy;

	private final Collection<Candidate> cohort;

	final SortedMap<Trait, Integer> counts = new TreeMap<>();

	Recount(Policy policy, Collection<Candidate> cohort) {
		this.policy = policy;
		this.cohort = cohort;
		for (Attribute attribute : policy.attributes()) {
			for (Target target : attribute.targets()) {
				Trait trait = new Trait(attribute.name(), target.value());
				counts.put(trait, (int) cohort.stream().filter(member -> member.has(trait)).count());
			}
		}
	}

	double objective() {
		return policy.objective() == Objective.ENTROFY ? entrofy() : diversity();
	}

	double diversity() {
		double sum = 0;
		double weights = 0;
		for (Attribute attribute : policy.attributes()) {
			double reached = 0;
			double full = 0;
			for (Target target : attribute.targets()) {
				double wanted = policy.seats() * target.share();
				reached += Math.sqrt(Math.min(count(attribute, target), wanted));
				full += Math.sqrt(wanted);
			}
			if (full > 0) {
				sum += attribute.weight() * reached / full;
				weights += attribute.weight();
			}
		}
		return weights == 0 ? 1 : sum / weights;
	}

	double entrofy() {
		double sum = 0;
		for (Attribute attribute : policy.attributes()) {
			for (Target target : attribute.targets()) {
				sum += Math.sqrt(Math.min(count(attribute, target), Math.rint(policy.seats() * target.share())));
			}
		}
		return sum;
	}

	double overshoot() {
		double sum = 0;
		double weights = 0;
		for (Attribute attribute : policy.attributes()) {
			boolean wished = false;
			double weight = policy.objective() == Objective.ENTROFY ? 1 : attribute.weight();
			for (Target target : attribute.targets()) {
				double wanted = policy.seats() * target.share();
				if (policy.objective() == Objective.ENTROFY) {
					wanted = Math.rint(wanted);
				}
				wished |= wanted > 0;
				sum += weight * Math.max(0, count(attribute, target) - wanted);
			}
			weights += wished ? weight : 0;
		}
		return weights == 0 ? 0 : sum / weights / policy.seats();
	}

	double meanMerit() {
		return cohort.stream().mapToDouble(member -> {
			Double merit = member.merit();
			return merit == null ? 0 : merit;
		}).average().orElse(0);
	}

	private int count(Attribute attribute, Target target) {
		return counts.getOrDefault(new Trait(attribute.name(), target.value()), 0);
	}

	/** Hard limits that do not hold, in words. */
	List<String> broken() {
		List<String> broken = new ArrayList<>();
		for (Attribute attribute : policy.attributes()) {
			for (Target target : attribute.targets()) {
				check(broken, attribute.name() + "=" + target.value(), count(attribute, target), target.min(),
						target.max());
			}
		}
		for (PairLimit pair : policy.pairs()) {
			int both = (int) cohort.stream().filter(member -> member.has(pair.first()) && member.has(pair.second()))
					.count();
			check(broken, pair.first() + " and " + pair.second(), both, pair.min(), pair.max());
		}
		policy.atMostPerGroup().forEach((kind, most) -> {
			Map<String, Integer> sizes = new HashMap<>();
			cohort.forEach(member -> {
				String key = member.groups().get(kind);
				if (key != null) {
					sizes.merge(key, 1, Integer::sum);
				}
			});
			sizes.forEach((key, size) -> check(broken, kind + " " + key, size, null, most));
		});
		return broken;
	}

	private static void check(List<String> broken, String name, int count,
			@Nullable Integer min, @Nullable Integer max) {
		if (min != null && count < min) {
			broken.add(name + " has " + count + ", at least " + min + " are needed");
		}
		if (max != null && count > max) {
			broken.add(name + " has " + count + ", at most " + max + " are allowed");
		}
	}
}
