package org.cohort.selection.optimiser;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A first cohort within a moment, so that there is one even when the time is short: always the most useful next
 * person.
 */
final class Greedy {

	private final Instance instance;

	private final int[] taken;

	private final int[] counts;

	Greedy(Instance instance) {
		this.instance = instance;
		this.taken = new int[instance.kinds.size()];
		this.counts = new int[instance.featureCount()];
	}

	/** Numbers per kind, {@code null} when this way does not lead to a cohort that keeps every limit. */
	long @Nullable [] cohort() {
		int seats = instance.policy.seats();
		for (int t = 0; t < taken.length; t++) {
			while (instance.kinds.get(t).pinned() && taken[t] < instance.kinds.get(t).members().size()) {
				take(t);
				seats--;
			}
		}
		for (; seats > 0; seats--) {
			int next = next();
			if (next < 0) {
				return null;
			}
			take(next);
		}
		boolean keeps = instance.limits.stream().allMatch(limit -> limit.keeps(counts[limit.feature()]));
		return keeps ? Arrays.stream(taken).asLongStream().toArray() : null;
	}

	private int next() {
		int best = -1;
		long most = Long.MIN_VALUE;
		for (int t = 0; t < taken.length; t++) {
			if (taken[t] < instance.kinds.get(t).members().size()) {
				long gain = gain(instance.kinds.get(t));
				if (gain > most) {
					most = gain;
					best = t;
				}
			}
		}
		return best;
	}

	/** Missing minima come before everything else; {@code Long.MIN_VALUE} when a maximum forbids it. */
	private long gain(Kind kind) {
		long gain = 0;
		for (int feature : kind.features()) {
			if (feature < instance.targets()) {
				gain += instance.unitsOf(feature, counts[feature] + 1) - instance.unitsOf(feature, counts[feature]);
			}
		}
		for (Limit limit : instance.limits) {
			if (Arrays.binarySearch(kind.features(), limit.feature()) >= 0) {
				if (counts[limit.feature()] >= limit.max()) {
					return Long.MIN_VALUE;
				}
				gain += counts[limit.feature()] < limit.min() ? 1000 * Measure.UNITS : 0;
			}
		}
		return gain;
	}

	private void take(int kind) {
		taken[kind]++;
		for (int feature : instance.kinds.get(kind).features()) {
			counts[feature]++;
		}
	}
}
