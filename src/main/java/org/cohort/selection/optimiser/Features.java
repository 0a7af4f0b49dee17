package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Numbers what is counted about a person: values with a target first, then limited pairs, then groups that could
 * overflow.
 */
final class Features {

	private final Map<Trait, Integer> targets = new HashMap<>();

	private final List<PairLimit> pairs;

	private final Map<String, Integer> groups = new TreeMap<>();

	private final List<Limit> limits = new ArrayList<>();

	Features(Policy policy, Measure measure, List<Candidate> people) {
		List<Trait> traits = measure.traits();
		for (int v = 0; v < traits.size(); v++) {
			targets.put(traits.get(v), v);
		}
		policy.attributes().forEach(attribute -> attribute.targets().forEach(target -> limitTarget(attribute, target)));
		this.pairs = policy.pairs();
		int next = traits.size();
		for (PairLimit pair : pairs) {
			add(pair.first() + " and " + pair.second(), next++, pair.min(), pair.max());
		}
		for (Map.Entry<String, Integer> most : policy.atMostPerGroup().entrySet()) {
			Map<String, Integer> sizes = new TreeMap<>();
			people.forEach(person -> {
				String key = person.groups().get(most.getKey());
				if (key != null) {
					sizes.merge(key, 1, Integer::sum);
				}
			});
			for (Map.Entry<String, Integer> size : sizes.entrySet()) {
				if (size.getValue() > most.getValue()) {
					groups.put(most.getKey() + "\n" + size.getKey(), next);
					add(most.getKey() + " " + size.getKey(), next++, null, most.getValue());
				}
			}
		}
	}

	private void limitTarget(Attribute attribute, Target target) {
		Trait trait = new Trait(attribute.name(), target.value());
		add(trait.toString(), targets.get(trait), target.min(), target.max());
	}

	private void add(String name, int feature, @Nullable Integer min,
			@Nullable Integer max) {
		if (min != null && min > 0 || max != null) {
			limits.add(new Limit(name, feature, min == null ? 0 : min, max == null ? Limit.NO_MAX : max));
		}
	}

	List<Limit> limits() {
		return limits;
	}

	int[] of(Candidate person) {
		List<Integer> found = new ArrayList<>();
		person.values().forEach((attribute, values) -> values.forEach(value -> {
			Integer feature = targets.get(new Trait(attribute, value));
			if (feature != null) {
				found.add(feature);
			}
		}));
		for (int i = 0; i < pairs.size(); i++) {
			if (person.has(pairs.get(i).first()) && person.has(pairs.get(i).second())) {
				found.add(targets.size() + i);
			}
		}
		person.groups().forEach((kind, key) -> {
			Integer feature = groups.get(kind + "\n" + key);
			if (feature != null) {
				found.add(feature);
			}
		});
		int[] features = found.stream().mapToInt(Integer::intValue).toArray();
		Arrays.sort(features);
		return features;
	}
}
