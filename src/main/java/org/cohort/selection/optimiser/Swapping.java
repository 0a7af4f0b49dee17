package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** What one person out and one in changes for a given cohort. Looks only at what the two do not share. */
final class Swapping {

	/** In the place of somebody who leaves: the seat is empty already. */
	static final int NOBODY = -1;

	private final Instance instance;

	private final int[] counts;

	private final boolean[] chosen;

	/** Limits per feature. */
	private final List<List<Limit>> limits = new ArrayList<>();

	Swapping(Instance instance, List<Integer> cohort) {
		this.instance = instance;
		this.counts = instance.counts(cohort);
		this.chosen = new boolean[instance.people.size()];
		cohort.forEach(person -> chosen[person] = true);
		for (int feature = 0; feature < counts.length; feature++) {
			limits.add(new ArrayList<>());
		}
		instance.limits.forEach(limit -> limits.get(limit.feature()).add(limit));
	}

	boolean chosen(int person) {
		return chosen[person];
	}

	int count(int feature) {
		return counts[feature];
	}

	/** Changes in whole units, so that equals are recognised as such. */
	record Change(int out, int in, long diversity, long overshoot, long merit, long lot, boolean allowed) {

		/** More diverse, then less overshoot, then stronger, then the larger lot. */
		boolean betterThan(@Nullable Change other) {
			if (other == null || allowed != other.allowed) {
				return other == null || allowed;
			}
			if (diversity != other.diversity) {
				return diversity > other.diversity;
			}
			if (overshoot != other.overshoot) {
				return overshoot < other.overshoot;
			}
			return merit != other.merit ? merit > other.merit : lot > other.lot;
		}
	}

	/** @param out who leaves, or {@link #NOBODY} when there is an empty seat */
	Change change(int out, int in) {
		long diversity = 0;
		long overshoot = 0;
		boolean allowed = out == NOBODY || !instance.pinned(out);
		int[] leaving = leaving(out);
		int[] coming = instance.features(in);
		int i = 0;
		int j = 0;
		while (i < leaving.length || j < coming.length) {
			int feature;
			int by;
			if (j == coming.length || i < leaving.length && leaving[i] < coming[j]) {
				feature = leaving[i++];
				by = -1;
			}
			else if (i == leaving.length || coming[j] < leaving[i]) {
				feature = coming[j++];
				by = 1;
			}
			else {
				i++;
				j++;
				continue;
			}
			int now = counts[feature];
			if (feature < instance.targets()) {
				diversity += instance.unitsOf(feature, now + by) - instance.unitsOf(feature, now);
				overshoot += instance.measure.overshootUnits(feature, now + by)
						- instance.measure.overshootUnits(feature, now);
			}
			for (Limit limit : limits.get(feature)) {
				allowed &= limit.keeps(now + by);
			}
		}
		return out == NOBODY ? new Change(out, in, diversity, overshoot, instance.merit(in), instance.lot(in), allowed)
				: new Change(out, in, diversity, overshoot, instance.merit(in) - instance.merit(out),
						instance.lot(in) - instance.lot(out), allowed);
	}

	private int[] leaving(int out) {
		return out == NOBODY ? new int[0] : instance.features(out);
	}

	/** In the units of the reader, from the formulas in double precision. */
	Swap describe(int out, int in) {
		int[] after = counts.clone();
		for (int feature : leaving(out)) {
			after[feature]--;
		}
		for (int feature : instance.features(in)) {
			after[feature]++;
		}
		List<String> broken = new ArrayList<>();
		for (Limit limit : instance.limits) {
			if (!limit.keeps(after[limit.feature()])) {
				broken.add(limit.describe() + ", but there would be " + after[limit.feature()]);
			}
		}
		if (out != NOBODY && instance.pinned(out)) {
			broken.add(instance.people.get(out).id() + " is pinned");
		}
		int[] before = instance.targetCounts(counts);
		int[] then = instance.targetCounts(after);
		return new Swap(out == NOBODY ? "" : instance.people.get(out).id(), instance.people.get(in).id(),
				instance.measure.value(then) - instance.measure.value(before),
				instance.measure.overshoot(then) - instance.measure.overshoot(before),
				merit(in) - (out == NOBODY ? 0 : merit(out)), broken);
	}

	private double merit(int person) {
		Double merit = instance.people.get(person).merit();
		return merit == null ? 0 : merit;
	}

	/** The first of every kind who are not chosen: nobody else of the kind can be a better substitute. */
	List<Integer> firstOutside() {
		List<Integer> first = new ArrayList<>();
		for (Kind kind : instance.kinds) {
			kind.members().stream().filter(person -> !chosen[person]).findFirst().ifPresent(first::add);
		}
		return first;
	}

	/** Everybody outside, the best one for the seat first. */
	List<Change> substitutes(int out) {
		Comparator<Change> best = (one, other) -> one.betterThan(other) ? -1 : other.betterThan(one) ? 1 : 0;
		return IntStream.range(0, chosen.length).filter(person -> !chosen[person])
				.mapToObj(person -> change(out, person)).sorted(best).toList();
	}

	/** The best one to take the seat of a member, {@code null} when nobody may. */
	@Nullable Change substitute(int out, List<Integer> candidates) {
		Change best = null;
		for (int in : candidates) {
			Change change = forced(out, in);
			if (change.allowed() && change.betterThan(best)) {
				best = change;
			}
		}
		return best;
	}

	/** A decline does not ask whether the person was pinned. */
	private Change forced(int out, int in) {
		Change change = change(out, in);
		return instance.pinned(out) ? new Change(out, in, change.diversity(), change.overshoot(), change.merit(),
				change.lot(), describe(out, in).broken().size() == 1) : change;
	}
}
