package org.cohort.selection.optimiser;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Makes a large program small without losing its optimum: whoever would cost more of the bound than the guessed gap is
 * left where the linear program puts them. If what is found lies within the guess it is the optimum of the whole;
 * otherwise the gap is now known, and the second attempt is certain.
 */
final class Narrowing implements Engine {

	private static final int SMALL = 700;

	private static final int CORE = 400;

	private final Engine engine;

	private final Prices.Linear linear;

	Narrowing(Engine engine) {
		this(engine, Prices::glop);
	}

	Narrowing(Engine engine, Prices.Linear linear) {
		this.engine = engine;
		this.linear = linear;
	}

	@Override
	public String name() {
		return engine.name();
	}

	@Override
	public Answer solve(IntegerProgram program, Effort effort) {
		if (program.size() <= SMALL || program.objective().size() == 0) {
			return engine.solve(program, effort);
		}
		long start = System.nanoTime();
		Prices prices = Prices.of(program, linear);
		if (prices == null) {
			return engine.solve(program, effort);
		}
		double gap = gap(program, prices);
		Answer best = hinted(program);
		for (int attempt = 0; attempt < 3; attempt++) {
			Effort left = new Effort(effort.time().minusNanos(System.nanoTime() - start), effort.threads(),
					effort.cancelled(), effort.watcher());
			if (left.time().isNegative() || effort.cancelled().getAsBoolean()) {
				break;
			}
			Answer answer = engine.solve(program.narrowed(prices, gap), left);
			if (answer.found() && (best == null || answer.objective() > best.objective())) {
				best = new Answer(Status.FOUND, answer.values(), answer.objective(), prices.bound());
			}
			boolean settled = answer.status() == Status.OPTIMAL || answer.status() == Status.IMPOSSIBLE;
			if (settled && best != null && best.objective() >= prices.bound() - gap) {
				return new Answer(Status.OPTIMAL, best.values(), best.objective(), best.objective());
			}
			if (best == null && answer.status() == Status.IMPOSSIBLE && gap == Double.POSITIVE_INFINITY) {
				return answer;
			}
			if (!settled) {
				break;
			}
			// Whatever is better than the best lies within this gap.
			gap = best == null ? Double.POSITIVE_INFINITY : prices.bound() - best.objective();
		}
		return best == null ? new Answer(Status.UNKNOWN, null, 0, prices.bound()) : best;
	}

	/** The gap that leaves about a core of the variables free. */
	private static double gap(IntegerProgram program, Prices prices) {
		double[] costs = new double[program.size()];
		for (int i = 0; i < costs.length; i++) {
			costs[i] = Math.abs(prices.reduced(i));
		}
		Arrays.sort(costs);
		return costs[Math.min(costs.length - 1, CORE + costs.length / 100)];
	}

	private static @Nullable Answer hinted(IntegerProgram program) {
		long[] hint = program.hint();
		return hint == null || !program.holds(hint) ? null
				: new Answer(Status.FOUND, hint, program.objective().of(hint), Double.POSITIVE_INFINITY);
	}
}
