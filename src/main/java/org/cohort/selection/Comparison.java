package org.cohort.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cohort.selection.Dimension.Aim;

/**
 * One attribute of pool, target and cohort side by side, as counts only and with small groups folded.
 *
 * @param hidden so few people share any value that nothing is shown
 */
record Comparison(String key, String label, boolean hidden, List<Row> rows) {

	/** Stands for everybody who did not say. */
	static final String UNDISCLOSED = "";

	/** Stands for values that too few people hold to be shown. */
	static final String FOLDED = "*";

	/**
	 * @param value the attribute's value, or {@link #UNDISCLOSED} or {@link #FOLDED}
	 * @param pool people of the pool with it
	 * @param cohort members of the cohort with it
	 * @param target wanted share of the seats, 0 to 1
	 */
	record Row(String value, String label, int pool, double poolShare, double target, int cohort, double cohortShare) {
	}

	Comparison {
		rows = List.copyOf(rows);
	}

	/**
	 * Counts an attribute. A value that fewer than {@code smallGroup} people of the pool hold is folded; so are as many
	 * of the next smallest as it takes until the folded ones hold at least two values and {@code smallGroup} people
	 * together, or else the rest would give the small group away by subtraction. A value that nobody holds is no group.
	 *
	 * @param pool values of this attribute, one set per person; empty when undisclosed
	 * @param cohort the same for the members
	 */
	static Comparison of(Dimension dimension, List<Set<String>> pool, List<Set<String>> cohort, int smallGroup) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		dimension.aims().forEach(aim -> counts.put(aim.value(), 0));
		pool.forEach(person -> valuesOf(person).forEach(value -> counts.merge(value, 1, Integer::sum)));
		Set<String> folded = folded(counts, pool, smallGroup);
		long heldFolded = counts.keySet().stream().filter(folded::contains).count();
		boolean nothingLeft = counts.entrySet().stream().noneMatch(e -> e.getValue() > 0 && !folded.contains(e.getKey()));
		if (heldFolded > 0 && nothingLeft) {
			return new Comparison(dimension.key(), dimension.label(), true, List.of());
		}
		List<Row> rows = new ArrayList<>();
		for (String value : counts.keySet()) {
			if (!folded.contains(value)) {
				rows.add(row(value, label(dimension, value), target(dimension, Set.of(value)), Set.of(value), pool, cohort));
			}
		}
		rows.sort(Comparator.comparing(row -> row.value().equals(UNDISCLOSED)));
		if (!folded.isEmpty()) {
			rows.add(row(FOLDED, "Other, folded", target(dimension, folded), folded, pool, cohort));
		}
		return new Comparison(dimension.key(), dimension.label(), false, rows);
	}

	private static Set<String> folded(Map<String, Integer> counts, List<Set<String>> pool, int smallGroup) {
		List<Map.Entry<String, Integer>> held = counts.entrySet()
			.stream()
			.filter(entry -> entry.getValue() > 0)
			.sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.toList();
		Set<String> folded = new HashSet<>();
		for (Map.Entry<String, Integer> next : held) {
			boolean small = next.getValue() < smallGroup;
			boolean tellsTheRest = !folded.isEmpty() && (folded.size() < 2 || holders(folded, pool) < smallGroup);
			if (small || tellsTheRest) {
				folded.add(next.getKey());
			}
		}
		return folded;
	}

	private static Row row(String value, String label, double target, Set<String> values, List<Set<String>> pool,
			List<Set<String>> cohort) {
		int inPool = holders(values, pool);
		int inCohort = holders(values, cohort);
		return new Row(value, label, inPool, share(inPool, pool.size()), target, inCohort,
				share(inCohort, cohort.size()));
	}

	private static int holders(Set<String> values, List<Set<String>> people) {
		return (int) people.stream().filter(person -> valuesOf(person).stream().anyMatch(values::contains)).count();
	}

	private static Set<String> valuesOf(Set<String> person) {
		return person.isEmpty() ? Set.of(UNDISCLOSED) : person;
	}

	private static double share(int part, int whole) {
		return whole == 0 ? 0 : (double) part / whole;
	}

	private static double target(Dimension dimension, Set<String> values) {
		return Math.min(1, dimension.aims().stream().filter(aim -> values.contains(aim.value())).mapToDouble(Aim::share)
				.sum());
	}

	private static String label(Dimension dimension, String value) {
		if (value.equals(UNDISCLOSED)) {
			return "Not said";
		}
		return dimension.aims().stream().filter(aim -> aim.value().equals(value)).map(Aim::label).findFirst().orElse(value);
	}
}
