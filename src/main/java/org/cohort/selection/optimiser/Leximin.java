package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.cohort.selection.optimiser.PanelLp.Spread;
import org.cohort.selection.optimiser.PanelSearch.Priced;

/**
 * LEXIMIN by column generation (Flanigan et al., Nature 2021): raise the smallest chance as far as any panel allows, fix
 * the kinds that cannot have more, go on with the others. Everybody of a kind has the same chance, so it works on kinds.
 */
final class Leximin {

	/** A panel must raise the level by more than this share of it to be worth adding. */
	private static final double NOTICEABLE = 1e-5;

	private static final int CLIMBS = 12;

	private final Instance instance;

	private final PanelSearch search;

	private final Deadline deadline;

	private final int[] sizes;

	private final Set<Panel> panels = new LinkedHashSet<>();

	private final double[] fixed;

	private final Set<Integer> never = new HashSet<>();

	private double minimumBound = 1;

	/**
	 * @param panels with their weights, a distribution
	 * @param chances per kind
	 * @param minimumBound no distribution over tolerated panels has a larger smallest chance
	 * @param never kinds that are in no tolerated panel
	 */
	record Fair(List<Panel> panels, double[] weights, double[] chances, double minimumBound, Set<Integer> never) {
	}

	Leximin(Instance instance, PanelSearch search, Deadline deadline) {
		this.instance = instance;
		this.search = search;
		this.deadline = deadline;
		this.sizes = instance.kinds.stream().mapToInt(kind -> kind.members().size()).toArray();
		this.fixed = new double[sizes.length];
		Arrays.fill(fixed, Double.NaN);
	}

	Fair solve() {
		cover();
		for (int t = 0; t < sizes.length; t++) {
			if (never.contains(t)) {
				fixed[t] = 0;
			}
			else if (instance.kinds.get(t).pinned()) {
				fixed[t] = 1;
			}
		}
		boolean first = true;
		while (Arrays.stream(fixed).anyMatch(Double::isNaN)) {
			level(first);
			first = false;
		}
		return spread();
	}

	/** Panels that together contain everybody who can be in one at all. */
	private void cover() {
		Set<Integer> missing = new HashSet<>();
		for (int t = 0; t < sizes.length; t++) {
			missing.add(t);
		}
		while (!missing.isEmpty()) {
			double[] prices = new double[sizes.length];
			missing.forEach(t -> prices[t] = 1);
			Priced priced = search.best(prices);
			Panel panel = priced.panel();
			if (panel == null || panel.value(prices) < 0.5) {
				if (panels.isEmpty()) {
					throw new OutOfTimeException();
				}
				never.addAll(missing);
				return;
			}
			panels.add(panel);
			missing.removeIf(t -> panel.taken[t] > 0);
		}
	}

	/** Raises the level of the open kinds as far as possible and fixes those that hold it down. */
	private void level(boolean first) {
		while (true) {
			List<Panel> known = new ArrayList<>(panels);
			Spread spread = PanelLp.solve(known, sizes, keep());
			double noticeable = NOTICEABLE * Math.max(spread.level(), 1e-6);
			if (!improve(known, spread, noticeable)) {
				Priced priced = deadline.over() ? new Priced(null, Double.POSITIVE_INFINITY)
						: search.best(spread.prices());
				if (first) {
					minimumBound = Math.min(minimumBound,
							spread.level() + Math.max(0, priced.bound() - spread.threshold()));
				}
				if (priced.panel() == null || priced.bound() <= spread.threshold() + noticeable
						|| !panels.add(priced.panel())) {
					fix(spread, priced.panel() == null);
					return;
				}
			}
		}
	}

	/** A little less than what was reached, so that rounding in the next linear program cannot make it impossible. */
	private double[] keep() {
		double[] keep = fixed.clone();
		for (int t = 0; t < keep.length; t++) {
			keep[t] = Math.max(0, keep[t] - 1e-9);
		}
		return keep;
	}

	/** Adds what exchanges find from the panels in use; true if that was anything. */
	private boolean improve(List<Panel> known, Spread spread, double noticeable) {
		List<Panel> starts = new ArrayList<>();
		List<Integer> order = new ArrayList<>();
		for (int i = 0; i < known.size(); i++) {
			order.add(i);
		}
		double[] values = known.stream().mapToDouble(panel -> panel.value(spread.prices())).toArray();
		order.sort((a, b) -> Double.compare(values[b], values[a]));
		order.subList(0, Math.min(CLIMBS, order.size())).forEach(i -> starts.add(known.get(i)));
		deadline.check();
		return panels.addAll(search.nearby(starts, spread.prices(), spread.threshold() + noticeable));
	}

	/** Open kinds with a price have this very chance in every best distribution. */
	private void fix(Spread spread, boolean outOfTime) {
		double dearest = 0;
		int top = -1;
		boolean any = false;
		for (int t = 0; t < sizes.length; t++) {
			if (!Double.isNaN(fixed[t])) {
				continue;
			}
			double price = spread.prices()[t] * sizes[t];
			if (price > dearest) {
				dearest = price;
				top = t;
			}
			if (outOfTime || price > 1e-6) {
				fixed[t] = spread.level();
				any = true;
			}
		}
		if (!any) {
			if (top < 0) {
				throw new IllegalStateException("Nobody holds the smallest chance down, which cannot be.");
			}
			fixed[top] = spread.level();
		}
	}

	private Fair spread() {
		List<Panel> known = new ArrayList<>(panels);
		Spread spread = PanelLp.solve(known, sizes, keep());
		List<Panel> used = new ArrayList<>();
		List<Double> weights = new ArrayList<>();
		double sum = Arrays.stream(spread.weights()).filter(weight -> weight > 1e-12).sum();
		for (int i = 0; i < known.size(); i++) {
			if (spread.weights()[i] > 1e-12) {
				used.add(known.get(i));
				weights.add(spread.weights()[i] / sum);
			}
		}
		double[] chances = new double[sizes.length];
		for (int i = 0; i < used.size(); i++) {
			for (int t = 0; t < sizes.length; t++) {
				chances[t] += weights.get(i) * used.get(i).taken[t] / sizes[t];
			}
		}
		return new Fair(used, weights.stream().mapToDouble(Double::doubleValue).toArray(), chances, minimumBound,
				never);
	}
}
