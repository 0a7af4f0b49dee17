package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.cohort.selection.optimiser.PanelLp.Spread;
import org.cohort.selection.optimiser.PanelSearch.Priced;
import org.cohort.selection.optimiser.PanelSearch.Question;

/**
 * LEXIMIN by column generation (Flanigan et al., Nature 2021): raise the smallest chance as far as any panel allows,
 * fix the kinds that cannot have more, go on with the others. Everybody of a kind has the same chance, so it works on
 * kinds.
 *
 * <p>A level ends when what the panels reach and what the prices prove differ by less than {@value #NOTICEABLE} of it.
 * Prices are also tried most of the way to the best ones so far, which steadies them (Wentges 1997).
 */
final class Leximin {

	/** A level is settled when its bound is closer than this share of it. */
	private static final double NOTICEABLE = 1e-5;

	/** Nobody's chance is fixed if it could be larger by more than this. */
	private static final double UNDERSTATED = 1e-4;

	/** How far towards the best prices so far the steadied ones lie. */
	private static final double STEADY = 0.8;

	/** From how many of the most valuable panels exchanges start. */
	private static final int STARTS = 4;

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
		vary();
		boolean first = true;
		while (Arrays.stream(fixed).anyMatch(Double::isNaN)) {
			double bound = level();
			if (first) {
				minimumBound = bound;
			}
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
				if (panels.isEmpty() || priced.bound() >= 1) {
					throw new OutOfTimeException();
				}
				never.addAll(missing);
				return;
			}
			panels.add(panel);
			missing.removeIf(t -> panel.taken[t] > 0);
		}
	}

	/** Cheap variety to begin with: whoever was taken becomes cheaper, whoever was not stays dear. */
	private void vary() {
		double[] prices = new double[sizes.length];
		for (int t = 0; t < prices.length; t++) {
			prices[t] = 1.0 / sizes[t];
		}
		List<Panel> starts = List.copyOf(panels);
		for (int round = 0; round < 2 * sizes.length; round++) {
			deadline.check();
			Panel start = starts.get(round % starts.size());
			Panel panel = search.near(start, prices);
			panels.add(panel);
			for (int t = 0; t < prices.length; t++) {
				prices[t] *= 1 - 0.5 * panel.taken[t] / sizes[t];
			}
		}
	}

	/** Raises the level of the open kinds as far as possible, fixes those that hold it down, returns its bound. */
	private double level() {
		double bound = 1;
		double[] steady = null;
		while (true) {
			List<Panel> known = new ArrayList<>(panels);
			Spread spread = PanelLp.solve(known, sizes, keep());
			double noticeable = NOTICEABLE * Math.max(spread.level(), 1e-6);
			if (improve(known, spread, noticeable)) {
				continue;
			}
			if (deadline.over()) {
				fix(spread, Double.POSITIVE_INFINITY);
				return bound;
			}
			double wanted = spread.level() + noticeable;
			List<Question> questions = new ArrayList<>(List.of(question(spread.prices(), wanted, noticeable, known)));
			if (steady != null && !Arrays.equals(steady, spread.prices())) {
				questions.add(question(towards(spread.prices(), steady), wanted, noticeable, known));
			}
			boolean found = false;
			List<Priced> answers = search.better(questions);
			for (int i = 0; i < answers.size(); i++) {
				Panel panel = answers.get(i).panel();
				found |= panel != null && panels.add(panel);
				double[] prices = questions.get(i).prices();
				double proven = answers.get(i).bound() - kept(prices);
				if (proven < bound) {
					bound = proven;
					steady = prices;
				}
			}
			if (bound <= wanted || !found) {
				fix(spread, Math.max(0, bound - spread.level()));
				return Math.max(bound, spread.level());
			}
		}
	}

	/** Asks for a panel that is new, and worth enough for the level to be raised noticeably. */
	private Question question(double[] prices, double wanted, double noticeable, List<Panel> known) {
		double best = known.stream().mapToDouble(panel -> panel.value(prices)).max().orElse(0);
		return new Question(prices, Math.max(wanted + kept(prices), best + noticeable));
	}

	private static double[] towards(double[] one, double[] other) {
		return IntStream.range(0, one.length).mapToDouble(t -> one[t] + STEADY * (other[t] - one[t])).toArray();
	}

	/** What the fixed kinds' chances are worth at these prices. */
	private double kept(double[] prices) {
		double sum = 0;
		for (int t = 0; t < prices.length; t++) {
			sum += Double.isNaN(fixed[t]) ? 0 : prices[t] * sizes[t] * Math.max(0, fixed[t] - 1e-9);
		}
		return sum;
	}

	/** A little less than what was reached, so that rounding in the next linear program cannot make it impossible. */
	private double[] keep() {
		return Arrays.stream(fixed).map(chance -> Math.max(0, chance - 1e-9)).toArray();
	}

	/** Adds what exchanges find from the most valuable panels; true if that was anything. */
	private boolean improve(List<Panel> known, Spread spread, double noticeable) {
		double[] values = known.stream().mapToDouble(panel -> panel.value(spread.prices())).toArray();
		deadline.check();
		List<Panel> starts = IntStream.range(0, known.size()).boxed()
				.sorted(Comparator.comparingDouble(i -> -values[i])).limit(STARTS).map(known::get).toList();
		return panels.addAll(search.nearby(starts, spread.prices(), spread.threshold() + noticeable));
	}

	/**
	 * Open kinds with a price cannot have more: with the given gap between level and bound, at most gap / price more.
	 */
	private void fix(Spread spread, double gap) {
		int dearest = -1;
		for (int t = 0; t < sizes.length; t++) {
			double price = spread.prices()[t] * sizes[t];
			if (Double.isNaN(fixed[t]) && (dearest < 0 || price > spread.prices()[dearest] * sizes[dearest])) {
				dearest = t;
			}
		}
		for (int t = 0; t < sizes.length; t++) {
			double price = spread.prices()[t] * sizes[t];
			boolean settled = price > 1e-7 && price * UNDERSTATED >= gap;
			if (Double.isNaN(fixed[t]) && (t == dearest || settled || gap == Double.POSITIVE_INFINITY)) {
				fixed[t] = spread.level();
			}
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
