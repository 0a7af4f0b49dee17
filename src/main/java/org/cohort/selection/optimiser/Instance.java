package org.cohort.selection.optimiser;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A pool and a policy made ready for computing: who may be chosen, features instead of texts, merit and lots as whole
 * numbers, identical applicants merged into kinds. Sorted by id throughout, so that the order of rows changes nothing.
 */
final class Instance {

	/** Merit is counted in steps of this fraction of its range when its decimals are too many. */
	private static final long MERIT_STEPS = 1_000_000;

	final Policy policy;

	final Measure measure;

	final List<Candidate> people;

	final List<Limit> limits;

	final List<Kind> kinds;

	private final int[][] features;

	private final long[] merit;

	private final long[] lots;

	private final double meritStep;

	/** Worth in units per target and count, because square roots are asked for millions of times. */
	private final long[][] units;

	private final Set<String> pinned;

	Instance(Pool pool, Policy policy) {
		InputCheck.check(pool, policy);
		this.policy = policy;
		this.measure = new Measure(policy);
		this.pinned = policy.pins().stream().map(Pin::id).collect(Collectors.toSet());
		this.people = pool.candidates().stream().filter(candidate -> mayBeChosen(candidate, policy, pinned)).toList();
		Features table = new Features(policy, measure, people);
		this.limits = table.limits();
		this.features = people.stream().map(table::of).toArray(int[][]::new);
		this.meritStep = meritStep(people);
		this.merit = people.stream().mapToLong(person -> steps(person.merit())).toArray();
		Lots urn = new Lots(policy.seed());
		this.lots = people.stream().mapToLong(person -> urn.of(person.id())).toArray();
		this.kinds = kinds();
		this.units = new long[targets()][];
		for (int v = 0; v < units.length; v++) {
			units[v] = new long[measure.steps(v) + 1];
			for (int n = 0; n < units[v].length; n++) {
				units[v][n] = measure.units(v, n);
			}
		}
	}

	static boolean mayBeChosen(Candidate candidate, Policy policy, Set<String> pinned) {
		if (pinned.contains(candidate.id())) {
			return true;
		}
		Double floor = policy.meritFloor();
		Double merit = candidate.merit();
		return (floor == null || merit == null || merit >= floor)
				&& policy.exclusions().stream().noneMatch(exclusion -> exclusion.id().equals(candidate.id()));
	}

	/** Why somebody may not be chosen, {@code null} when they may. */
	@Nullable String reasonAgainst(Candidate candidate) {
		if (mayBeChosen(candidate, policy, pinned)) {
			return null;
		}
		return policy.exclusions().stream().filter(exclusion -> exclusion.id().equals(candidate.id()))
				.map(Exclusion::reason).findFirst()
				.orElse("merit " + candidate.merit() + " is below the floor of " + policy.meritFloor());
	}

	private static double meritStep(List<Candidate> people) {
		double largest = 0;
		int decimals = 0;
		for (Candidate person : people) {
			Double merit = person.merit();
			if (merit != null) {
				largest = Math.max(largest, Math.abs(merit));
				decimals = Math.max(decimals, new BigDecimal(merit.toString()).stripTrailingZeros().scale());
			}
		}
		double exact = Math.pow(10, -decimals);
		return largest == 0 || largest / exact <= MERIT_STEPS ? exact : largest / MERIT_STEPS;
	}

	private long steps(@Nullable Double value) {
		return value == null ? 0 : Math.round(value / meritStep);
	}

	private List<Kind> kinds() {
		Map<String, List<Integer>> groups = new HashMap<>();
		for (int i = 0; i < people.size(); i++) {
			String key = (pinned.contains(people.get(i).id()) ? "pinned" : "") + Arrays.toString(features[i]);
			groups.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
		}
		Comparator<Integer> strongestFirst = Comparator.<Integer>comparingLong(i -> -merit[i])
				.thenComparingLong(i -> -lots[i]).thenComparingInt(i -> i);
		return groups.values().stream().map(members -> {
			members.sort(strongestFirst);
			int first = members.getFirst();
			return new Kind(features[first], List.copyOf(members), pinned.contains(people.get(first).id()));
		}).sorted(Comparator.comparingInt(kind -> kind.members().stream().min(Integer::compare).orElseThrow())).toList();
	}

	int[] features(int person) {
		return features[person];
	}

	long merit(int person) {
		return merit[person];
	}

	long lot(int person) {
		return lots[person];
	}

	boolean pinned(int person) {
		return pinned.contains(people.get(person).id());
	}

	/** One whole unit of merit in the pool's own unit. */
	double meritStep() {
		return meritStep;
	}

	/** No cohort is worth more: every value as often as wished, or as the pool has it. */
	double ceiling() {
		int[] available = new int[featureCount()];
		for (int[] person : features) {
			for (int feature : person) {
				available[feature]++;
			}
		}
		return measure.value(targetCounts(available));
	}

	/** What n persons of a target are worth, in units. */
	long unitsOf(int target, int persons) {
		return units[target][Math.min(persons, units[target].length - 1)];
	}

	int targets() {
		return measure.traits().size();
	}

	/** How many features there are: targets, pairs, groups. */
	int featureCount() {
		int most = targets();
		for (Limit limit : limits) {
			most = Math.max(most, limit.feature() + 1);
		}
		return most;
	}

	/** Persons per feature. */
	int[] counts(List<Integer> chosen) {
		int[] counts = new int[featureCount()];
		for (int person : chosen) {
			for (int feature : features[person]) {
				counts[feature]++;
			}
		}
		return counts;
	}

	int[] targetCounts(int[] counts) {
		return Arrays.copyOf(counts, targets());
	}

	List<Integer> indexes(List<String> ids) {
		Map<String, Integer> byId = new HashMap<>();
		for (int i = 0; i < people.size(); i++) {
			byId.put(people.get(i).id(), i);
		}
		List<InvalidInputException.Problem> unknown = ids.stream().filter(id -> !byId.containsKey(id))
				.map(id -> new InvalidInputException.Problem("", id + " is not in the pool or may not be chosen."))
				.toList();
		if (!unknown.isEmpty()) {
			throw new InvalidInputException(unknown);
		}
		return ids.stream().map(byId::get).toList();
	}
}
