package org.cohort.selection.optimiser;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Exchanges one person for another, always the most profitable pair. Either every step keeps the panel diverse enough,
 * or diversity has a price of its own and may be missing in between; a few such prices find panels that single
 * exchanges along the border never reach.
 */
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

	/** Looks for a tolerated panel with diversity at a price, narrowing that price down; then climbs along the border. */
	@Nullable Panel roam(int tries) {
		double low = 0;
		double high = 0;
		for (double price : prices) {
			high = Math.max(high, price);
		}
		// The dearest person against what one more person of a value is usually worth.
		high = 40 * high * instance.policy.seats() / Math.max(1, floor);
		int @Nullable [] tolerated = diversity >= floor ? taken.clone() : null;
		double best = tolerated == null ? Double.NEGATIVE_INFINITY : new Panel(tolerated).value(prices);
		for (int i = 0; i < tries; i++) {
			double rate = i == 0 ? high / 8 : (low + high) / 2;
			for (int steps = 0; steps < 4 * instance.policy.seats() && trade(rate); steps++) {
				// Every exchange gains at this rate.
			}
			double value = new Panel(taken).value(prices);
			if (diversity >= floor && keepsLimits()) {
				high = rate;
				if (value > best) {
					best = value;
					tolerated = taken.clone();
				}
			}
			else {
				low = rate;
			}
		}
		return tolerated == null ? null : new PanelClimb(instance, floor, tolerated, prices).top();
	}

	/** The exchange that gains most when a unit of diversity is worth the rate; false when none gains. */
	private boolean trade(double rate) {
		double most = 1e-12;
		int bestOut = -1;
		int bestIn = -1;
		for (int out = 0; out < taken.length; out++) {
			if (taken[out] == 0 || instance.kinds.get(out).pinned()) {
				continue;
			}
			long before = diversity;
			move(out, -1);
			double lost = rate * (diversity - before) - prices[out];
			for (int in = 0; in < taken.length; in++) {
				if (in != out && taken[in] < instance.kinds.get(in).members().size()) {
					double gain = lost + prices[in] + rate * worthOfNext(in);
					if (gain > most && allows(in)) {
						most = gain;
						bestOut = out;
						bestIn = in;
					}
				}
			}
			move(out, 1);
		}
		if (bestOut < 0) {
			return false;
		}
		apply(bestOut, bestIn);
		return true;
	}

	private long worthOfNext(int kind) {
		long worth = 0;
		for (int feature : instance.kinds.get(kind).features()) {
			if (feature < instance.targets()) {
				worth += instance.unitsOf(feature, counts[feature] + 1) - instance.unitsOf(feature, counts[feature]);
			}
		}
		return worth;
	}

	/** Whether one more of the kind, after somebody has left, keeps every limit. */
	private boolean allows(int kind) {
		if (instance.limits.isEmpty()) {
			return true;
		}
		move(kind, 1);
		boolean keeps = keepsLimits();
		move(kind, -1);
		return keeps;
	}

	private boolean keepsLimits() {
		return instance.limits.stream().allMatch(limit -> limit.keeps(counts[limit.feature()]));
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
		boolean keeps = diversity >= floor && keepsLimits();
		apply(in, out);
		if (before != diversity) {
			throw new IllegalStateException("An exchange and its reverse must cancel out.");
		}
		return keeps;
	}

	private void apply(int out, int in) {
		move(out, -1);
		move(in, 1);
	}

	private void move(int kind, int by) {
		taken[kind] += by;
		for (int feature : instance.kinds.get(kind).features()) {
			change(feature, by);
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
