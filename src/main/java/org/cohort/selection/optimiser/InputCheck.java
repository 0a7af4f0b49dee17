package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cohort.selection.optimiser.InvalidInputException.Problem;

/**
 * Finds everything in a pool and a policy that does not fit together. Blank names and ranges are the records'
 * business.
 */
final class InputCheck {

	private static final int MOST_SEATS = 100_000;

	private InputCheck() {
	}

	static void check(Pool pool, Policy policy) {
		List<Problem> problems = new ArrayList<>();
		Map<String, Candidate> byId = new HashMap<>();
		pool.candidates().forEach(candidate -> byId.put(candidate.id(), candidate));
		if (policy.seats() > MOST_SEATS) {
			problems.add(new Problem("seats", "at most " + MOST_SEATS + " seats, not " + policy.seats() + "."));
		}
		policy.pins().stream().filter(pin -> !byId.containsKey(pin.id()))
				.forEach(pin -> problems.add(new Problem("pin", pin.id() + " is not in the pool.")));
		policy.exclusions().stream().filter(exclusion -> !byId.containsKey(exclusion.id()))
				.forEach(exclusion -> problems.add(new Problem("exclude", exclusion.id() + " is not in the pool.")));
		if (policy.pins().size() > policy.seats()) {
			problems.add(new Problem("pin",
					policy.pins().size() + " are pinned, but there are only " + policy.seats() + " seats."));
		}
		if (policy.meritFloor() != null && !pool.hasMerit()) {
			problems.add(new Problem("merit floor", "the pool has no merit."));
		}
		checkNames(pool, policy, problems);
		if (!problems.isEmpty()) {
			throw new InvalidInputException(problems);
		}
	}

	private static void checkNames(Pool pool, Policy policy, List<Problem> problems) {
		Set<String> attributes = new HashSet<>();
		Set<String> kinds = new HashSet<>();
		policy.attributes().forEach(attribute -> attributes.add(attribute.name()));
		pool.candidates().forEach(candidate -> {
			attributes.addAll(candidate.values().keySet());
			kinds.addAll(candidate.groups().keySet());
		});
		for (PairLimit pair : policy.pairs()) {
			for (Trait trait : List.of(pair.first(), pair.second())) {
				if (!attributes.contains(trait.attribute())) {
					problems.add(new Problem("pair", "nobody has the attribute " + trait.attribute() + "."));
				}
			}
		}
		policy.atMostPerGroup().keySet().stream().filter(kind -> !kinds.contains(kind))
				.forEach(kind -> problems.add(new Problem("at most per group", "nobody has a " + kind + ".")));
	}
}
