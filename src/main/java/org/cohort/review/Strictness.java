package org.cohort.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * How strict reviewers are, told apart from what they happened to read: the additive two-way model «score = quality of
 * the application + effect of the reviewer + chance», solved by least squares (Scheffé, The Analysis of Variance, 1959,
 * chapter 4; for examiners: Paul, British Journal of Mathematical and Statistical Psychology 34, 1981). Only reviewers
 * with enough scored reviews take part; all others have no effect. Effects can be compared only among reviewers who are
 * connected by applications that they share, directly or through others (Weeks and Williams, Technometrics 6, 1964); in
 * each such group the effects, each as often as its reviewer scored, sum to zero, so the group's mean score stays.
 * Pure; all scores are 0 to 100.
 */
final class Strictness {

	/** The name of the formula, kept beside what it was used for. */
	static final String FORMULA = "additive-reviewer-effects/1";

	private final Map<String, Effect> effects;

	private final int groups;

	private Strictness(Map<String, Effect> effects, int groups) {
		this.effects = effects;
		this.groups = groups;
	}

	/** One score that one reviewer gave to one application. */
	record Rated(UUID applicationId, String reviewer, double value) {
	}

	/**
	 * How a reviewer scores beside others who read the same.
	 *
	 * @param points above zero: more generous; below: stricter
	 * @param group the same number for reviewers who can be compared
	 */
	record Effect(double points, int group) {
	}

	/** @param minimum scored reviews from which on a reviewer takes part; at least 1 */
	static Strictness of(List<Rated> rated, int minimum) {
		Map<String, Long> counts = rated.stream().collect(Collectors.groupingBy(Rated::reviewer, TreeMap::new,
				Collectors.counting()));
		List<String> reviewers = counts.keySet().stream().filter(one -> counts.get(one) >= minimum).toList();
		if (reviewers.isEmpty()) {
			return new Strictness(Map.of(), 0);
		}
		Map<String, Integer> index = new HashMap<>();
		reviewers.forEach(one -> index.put(one, index.size()));
		// In the order of ids, so that rounding does not depend on the order of rows.
		Map<UUID, List<Rated>> byApplication = rated.stream().filter(one -> index.containsKey(one.reviewer()))
			.collect(Collectors.groupingBy(Rated::applicationId, TreeMap::new, Collectors.toList()));
		int[] group = groups(reviewers.size(), index, byApplication);
		double[] points = solve(reviewers, counts, index, byApplication, group);
		Map<String, Effect> effects = new TreeMap<>();
		reviewers.forEach(one -> effects.put(one, new Effect(points[index.get(one)], group[index.get(one)])));
		return new Strictness(effects, (int) Arrays.stream(group).distinct().count());
	}

	/** The effects of the reviewers with enough reviews, by username. */
	Map<String, Effect> effects() {
		return effects;
	}

	/** How many groups of reviewers cannot be compared with each other. */
	int groups() {
		return groups;
	}

	double effect(String reviewer) {
		Effect effect = effects.get(reviewer);
		return effect == null ? 0 : effect.points();
	}

	/** One review without its reviewer's effect. Not held within 0 to 100. */
	double adjusted(Rated rated) {
		return rated.value() - effect(rated.reviewer());
	}

	private static int[] groups(int size, Map<String, Integer> index, Map<UUID, List<Rated>> byApplication) {
		int[] group = new int[size];
		for (int i = 0; i < size; i++) {
			group[i] = i;
		}
		byApplication.values().forEach(together -> {
			int low = together.stream().mapToInt(one -> group[index.get(one.reviewer())]).min().orElseThrow();
			List<Integer> merged = together.stream().map(one -> group[index.get(one.reviewer())]).distinct().toList();
			for (int i = 0; i < size; i++) {
				if (merged.contains(group[i])) {
					group[i] = low;
				}
			}
		});
		return group;
	}

	/** Least squares with the applications' qualities eliminated: as many equations as reviewers. */
	private static double[] solve(List<String> reviewers, Map<String, Long> counts, Map<String, Integer> index,
			Map<UUID, List<Rated>> byApplication, int[] group) {
		int size = reviewers.size();
		double[][] left = new double[size][size];
		double[] right = new double[size];
		for (List<Rated> together : byApplication.values()) {
			double mean = together.stream().mapToDouble(Rated::value).average().orElseThrow();
			List<Integer> who = new ArrayList<>();
			together.forEach(one -> who.add(index.get(one.reviewer())));
			for (int i = 0; i < who.size(); i++) {
				right[who.get(i)] += together.get(i).value() - mean;
				left[who.get(i)][who.get(i)] += 1;
				for (Integer other : who) {
					left[who.get(i)][other] -= 1.0 / who.size();
				}
			}
		}
		// Fixes what the scores cannot: within each group the effects, weighted by counts, sum to zero.
		for (int i = 0; i < size; i++) {
			for (int j = 0; j < size; j++) {
				if (group[i] == group[j]) {
					left[i][j] += counts.get(reviewers.get(i)) * (double) counts.get(reviewers.get(j)) / total(counts);
				}
			}
		}
		R064Store matrix = R064Store.FACTORY.rows(left);
		R064Store vector = R064Store.FACTORY.column(right);
		LU<Double> factors = LU.R064.make(matrix);
		if (!factors.decompose(matrix) || !factors.isSolvable()) {
			return new double[size]; // no effect is better than a wrong one
		}
		MatrixStore<Double> solution = factors.getSolution(vector);
		double[] points = new double[size];
		for (int i = 0; i < size; i++) {
			points[i] = solution.doubleValue(i);
		}
		return points;
	}

	private static double total(Map<String, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}
}
