package org.cohort.selection.optimiser;

import java.util.List;
import java.util.SortedMap;

/**
 * The front door: a pool and a policy in, a cohort out. Every method blocks, is deterministic (same input and seed, same
 * answer, whatever the order of rows or the number of threads, unless the time limit struck) and throws
 * {@link InvalidInputException} for input that contradicts itself and
 * {@link java.util.concurrent.CancellationException} when cancelled.
 */
public final class Optimiser {

	private final Engine engine;

	public Optimiser() {
		this(new CpSat());
	}

	Optimiser(Engine engine) {
		this.engine = engine;
	}

	/** The best cohort: most diverse, then least overshoot, then strongest, then by lot of the seed. */
	public Outcome select(Pool pool, Policy policy, Run run) {
		return new Selecting(new Instance(pool, policy), engine, new Deadline(run)).select();
	}

	/** The strongest cohorts for growing tolerances; the policy's own tolerance is among them. */
	public Frontier frontier(Pool pool, Policy policy, Run run) {
		throw new UnsupportedOperationException();
	}

	/** The fair lottery over all cohorts within the policy's tolerances, measured from the best one that was found. */
	public Lottery lottery(Pool pool, Policy policy, Solution best, Run run) {
		return new Drawing(new Instance(pool, policy), engine, new Deadline(run)).draw(best);
	}

	/** Why everybody was chosen or not; fast, no solver. */
	public Explanations explain(Pool pool, Policy policy, List<String> cohort) {
		throw new UnsupportedOperationException();
	}

	/** What a swap by the committee would cost; fast, no solver. */
	public Swap swap(Pool pool, Policy policy, List<String> cohort, String out, String in) {
		throw new UnsupportedOperationException();
	}

	/** For every member of the cohort the one who follows when they decline and all others stay; fast, no solver. */
	public SortedMap<String, Swap> ifDeclines(Pool pool, Policy policy, List<String> cohort) {
		throw new UnsupportedOperationException();
	}

	/** The cohort as it is, with all its figures, for one that people have put together; fast, no solver. */
	public Solution appraise(Pool pool, Policy policy, List<String> cohort) {
		throw new UnsupportedOperationException();
	}
}
