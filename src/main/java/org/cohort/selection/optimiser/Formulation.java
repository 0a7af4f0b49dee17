package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.cohort.selection.optimiser.IntegerProgram.Sum;

/**
 * Writes the choice of a cohort as an integer program over items (kinds, or single persons of a kind in their order).
 * The concave worth of a value becomes one yes-or-no variable for each further person, worth less each time, so the
 * solver fills them in order by itself; overshoot is convex and needs only a lower bound.
 */
final class Formulation {

	/** Somebody or several who are the same: how many of them at least and at most. */
	record Item(int[] features, int least, int most, List<Integer> members) {
	}

	final IntegerProgram program = new IntegerProgram();

	final Sum diversity = new Sum();

	final Sum overshoot = new Sum();

	private final Instance instance;

	private final List<Item> items;

	private final int[][] steps;

	private final int[][] excess;

	private final Sum[] counted;

	Formulation(Instance instance, List<Item> items, boolean withOvershoot) {
		this.instance = instance;
		this.items = items;
		this.steps = new int[instance.targets()][];
		this.excess = new int[instance.targets()][];
		this.counted = new Sum[instance.featureCount()];
		Arrays.setAll(counted, feature -> new Sum());
		Sum seats = new Sum();
		long[] available = new long[counted.length];
		for (Item item : items) {
			int x = program.variable(item.least(), item.most());
			seats.add(x, 1);
			for (int feature : item.features()) {
				counted[feature].add(x, 1);
				available[feature] += item.most();
			}
		}
		int k = instance.policy.seats();
		program.row(k, seats, k);
		for (Limit limit : instance.limits) {
			program.row(limit.min(), counted[limit.feature()],
					limit.max() == Limit.NO_MAX ? IntegerProgram.FREE : limit.max());
		}
		for (int v = 0; v < steps.length; v++) {
			int most = (int) Math.min(k, available[v]);
			steps(v, most);
			if (withOvershoot) {
				excess(v, most);
			}
		}
	}

	private void steps(int v, int most) {
		Measure measure = instance.measure;
		steps[v] = new int[Math.min(most, measure.steps(v))];
		Sum row = new Sum().addAll(counted[v], 1);
		for (int i = 0; i < steps[v].length; i++) {
			int y = program.variable(0, 1);
			steps[v][i] = y;
			diversity.add(y, measure.units(v, i + 1) - measure.units(v, i));
			row.add(y, -1);
		}
		if (steps[v].length > 0) {
			program.row(0, row, IntegerProgram.FREE);
		}
	}

	private void excess(int v, int most) {
		Measure measure = instance.measure;
		int beyond = most - (int) Math.floor(measure.wanted(v));
		excess[v] = new int[0];
		if (beyond <= 0) {
			return;
		}
		Sum row = new Sum().addAll(counted[v], 1);
		int first = program.variable(0, 1);
		int next = program.variable(0, beyond);
		excess[v] = new int[] { first, next };
		boolean whole = measure.wanted(v) == Math.floor(measure.wanted(v));
		overshoot.add(first, whole ? measure.overshootOfNext(v) : measure.overshootOfFirst(v));
		overshoot.add(next, measure.overshootOfNext(v));
		program.row(-IntegerProgram.FREE, row.add(first, -1).add(next, -1), (int) Math.floor(measure.wanted(v)));
	}

	/** How many of the item are taken, from a solution. */
	long taken(long[] values, int item) {
		return values[item];
	}

	/** Completes numbers per item to an assignment of every variable. */
	long[] complete(long[] taken) {
		long[] values = Arrays.copyOf(taken, program.size());
		for (int v = 0; v < steps.length; v++) {
			int count = (int) counted[v].of(values);
			for (int i = 0; i < steps[v].length; i++) {
				values[steps[v][i]] = i < count ? 1 : 0;
			}
			if (excess[v] != null && excess[v].length > 0) {
				int beyond = Math.max(0, count - (int) Math.floor(instance.measure.wanted(v)));
				values[excess[v][0]] = Math.min(1, beyond);
				values[excess[v][1]] = Math.max(0, beyond - 1);
			}
		}
		return values;
	}

	/** The persons of a solution: of every item the first ones. */
	List<Integer> chosen(long[] values) {
		List<Integer> chosen = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			chosen.addAll(items.get(i).members().subList(0, (int) values[i]));
		}
		chosen.sort(Integer::compare);
		return chosen;
	}

	/** Numbers per item that describe the cohort. */
	long[] taken(List<Integer> chosen) {
		boolean[] in = new boolean[instance.people.size()];
		chosen.forEach(person -> in[person] = true);
		long[] taken = new long[items.size()];
		for (int i = 0; i < taken.length; i++) {
			taken[i] = items.get(i).members().stream().filter(person -> in[person]).count();
		}
		return taken;
	}

	static List<Item> kinds(Instance instance) {
		return instance.kinds.stream().map(kind -> new Item(kind.features(),
				kind.pinned() ? kind.members().size() : 0, Math.min(instance.policy.seats(), kind.members().size()),
				kind.members())).toList();
	}

	/** The first of every kind as single persons; nobody after the k-th of a kind can be in a best cohort. */
	static List<Item> persons(Instance instance) {
		List<Item> items = new ArrayList<>();
		for (Kind kind : instance.kinds) {
			int most = Math.min(instance.policy.seats(), kind.members().size());
			kind.members().subList(0, most).forEach(person -> items
					.add(new Item(kind.features(), kind.pinned() ? 1 : 0, 1, List.of(person))));
		}
		return items;
	}
}
