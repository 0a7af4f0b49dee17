package org.cohort.selection.optimiser;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Exchanges one person for another, always the most profitable pair, for as long as the panel stays tolerated. */
final class PanelClimb {

	private final Instance instance;

	private final long floor;

	private final int[] taken;

	private final double[] prices;

	private final int[] counts;

	private long diversity;

	PanelClimb(Instance instance, long floor, int[] start, double[] prices) {
		this.instance = instance;
		this.floor = floor;
		this.taken = start.clone();
		this.prices = prices;
		this.counts = new int[instance.featureCount()];
		for (int t = 0; t < taken.length; t++) {
			for (int feature : instance.kinds.get(t).features()) {
				counts[feature] += taken[t];
			}
		}
		this.diversity = instance.measure.units(instance.targetCounts(counts));
	}

	Panel top() {
		List<Integer> dearest = IntStream.range(0, taken.length).boxed()
				.sorted(Comparator.comparingDouble(t -> -prices[t])).toList();
		while (exchange(dearest)) {
			// Every exchange gains, and there are only so many panels.
		}
		return new Panel(taken);
	}

	private boolean exchange(List<Integer> dearest) {
		double most = 1e-12;
		int bestOut = -1;
		int bestIn = -1;
		for (int i = dearest.size() - 1; i >= 0; i--) {
			int out = dearest.get(i);
			if (taken[out] == 0 || instance.kinds.get(out).pinned()) {
				continue;
			}
			for (int in : dearest) {
				if (prices[in] - prices[out] <= most) {
					break;
				}
				if (taken[in] < instance.kinds.get(in).members().size() && keeps(out, in)) {
					most = prices[in] - prices[out];
					bestOut = out;
					bestIn = in;
					break;
				}
			}
		}
		if (bestOut < 0) {
			return false;
		}
		apply(bestOut, bestIn);
		return true;
	}

	private boolean keeps(int out, int in) {
		long before = diversity;
		apply(out, in);
		boolean keeps = diversity >= floor
				&& instance.limits.stream().allMatch(limit -> limit.keeps(counts[limit.feature()]));
		apply(in, out);
		if (before != diversity) {
			throw new IllegalStateException("An exchange and its reverse must cancel out.");
		}
		return keeps;
	}

	private void apply(int out, int in) {
		taken[out]--;
		taken[in]++;
		for (int feature : instance.kinds.get(out).features()) {
			change(feature, -1);
		}
		for (int feature : instance.kinds.get(in).features()) {
			change(feature, 1);
		}
	}

	private void change(int feature, int by) {
		if (feature < instance.targets()) {
			diversity -= instance.unitsOf(feature, counts[feature]);
			diversity += instance.unitsOf(feature, counts[feature] + by);
		}
		counts[feature] += by;
	}
}
