package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tabu search (Glover 1989) for tolerated panels that are worth much at given prices: always the best exchange, even
 * one that loses, and whoever was just exchanged stays for a while. Missing diversity costs, more for as long as the
 * panels lack it and less for as long as they do not, so that the search crosses the border again and again.
 */
final class PanelTabu {

	private static final double HARDER = 1.3;

	private final Instance instance;

	private final long floor;

	private final double[] prices;

	private final int[] taken;

	private final int[] counts;

	private final int[] untilIn;

	private final int[] untilOut;

	private long diversity;

	private double value;

	private double rate;

	PanelTabu(Instance instance, long floor, Panel start, double[] prices) {
		this.instance = instance;
		this.floor = floor;
		this.prices = prices;
		this.taken = start.taken.clone();
		this.untilIn = new int[taken.length];
		this.untilOut = new int[taken.length];
		this.counts = new int[instance.featureCount()];
		for (int t = 0; t < taken.length; t++) {
			for (int feature : instance.kinds.get(t).features()) {
				counts[feature] += taken[t];
			}
		}
		this.diversity = instance.measure.units(instance.targetCounts(counts));
		this.value = start.value(prices);
		// The dearest person against what one more person of a value is usually worth.
		this.rate = 5 * Arrays.stream(prices).max().orElse(0) * instance.policy.seats() / Math.max(1, floor);
	}

	/** The tolerated panels on the way that are worth more than the threshold. */
	Set<Panel> search(int steps, double threshold) {
		Set<Panel> found = new LinkedHashSet<>();
		double best = diversity >= floor ? value : Double.NEGATIVE_INFINITY;
		for (int step = 1; step <= steps && exchange(step, best); step++) {
			boolean tolerated = diversity >= floor;
			rate = tolerated ? rate / HARDER : rate * HARDER;
			if (tolerated && value > threshold) {
				found.add(new Panel(taken.clone()));
			}
			if (tolerated) {
				best = Math.max(best, value);
			}
		}
		return found;
	}

	private boolean exchange(int step, double best) {
		double most = Double.NEGATIVE_INFINITY;
		int bestOut = -1;
		int bestIn = -1;
		long[] next = new long[instance.targets()];
		for (int out = 0; out < taken.length; out++) {
			if (taken[out] == 0 || instance.kinds.get(out).pinned()) {
				continue;
			}
			move(out, -1);
			for (int v = 0; v < next.length; v++) {
				next[v] = instance.unitsOf(v, counts[v] + 1) - instance.unitsOf(v, counts[v]);
			}
			for (int in = 0; in < taken.length; in++) {
				if (in == out || taken[in] >= instance.kinds.get(in).members().size()) {
					continue;
				}
				long diverse = diversity;
				for (int feature : instance.kinds.get(in).features()) {
					diverse += feature < next.length ? next[feature] : 0;
				}
				double worth = value + prices[in];
				double score = worth - rate * Math.max(0, floor - diverse);
				if (score > most && (step >= untilIn[in] && step >= untilOut[out] || diverse >= floor && worth > best + 1e-12)
						&& allows(in)) {
					most = score;
					bestOut = out;
					bestIn = in;
				}
			}
			move(out, 1);
		}
		if (bestOut < 0) {
			return false;
		}
		move(bestOut, -1);
		move(bestIn, 1);
		untilIn[bestOut] = step + 8 + step % 7;
		untilOut[bestIn] = step + 3 + step % 4;
		return true;
	}

	private boolean allows(int kind) {
		if (instance.limits.isEmpty()) {
			return true;
		}
		move(kind, 1);
		boolean keeps = instance.limits.stream().allMatch(limit -> limit.keeps(counts[limit.feature()]));
		move(kind, -1);
		return keeps;
	}

	private void move(int kind, int by) {
		taken[kind] += by;
		value += by * prices[kind];
		for (int feature : instance.kinds.get(kind).features()) {
			if (feature < instance.targets()) {
				diversity += instance.unitsOf(feature, counts[feature] + by) - instance.unitsOf(feature, counts[feature]);
			}
			counts[feature] += by;
		}
	}
}
