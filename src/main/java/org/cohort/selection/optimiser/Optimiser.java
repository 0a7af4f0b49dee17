package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

import org.cohort.solver.SolverNatives;
import org.jspecify.annotations.Nullable;

/**
 * The front door: a pool and a policy in, a cohort out. Every method blocks, is deterministic (same input and seed,
 * same answer, whatever the order of rows or the number of threads, unless the time limit struck) and throws
 * {@link InvalidInputException} for input that contradicts itself and
 * {@link java.util.concurrent.CancellationException} when cancelled.
 */
public final class Optimiser {

	private final Engine engine;

	public Optimiser() {
		this(new Narrowing(new CpSat()));
	}

	Optimiser(Engine engine) {
		this.engine = engine;
	}

	/** Loads what a computation needs ahead of the first use; may run beside anything else. */
	public static void warmUp() {
		Thread lots = Thread.ofPlatform().daemon().start(() -> new Lots("").of(""));
		IntegerProgram program = new IntegerProgram();
		IntegerProgram.Sum sum = new IntegerProgram.Sum().add(program.variable(0, 1), 1);
		program.row(0, sum, 1);
		program.maximise(sum);
		program.hint(new long[] { 0 });
		new CpSat().solve(program, Engine.Effort.of(Duration.ofSeconds(1), 1));
	}

	/** The best cohort: most diverse, then least overshoot, then strongest, then by lot of the seed. */
	public Outcome select(Pool pool, Policy policy, Run run) {
		return new Selecting(new Instance(pool, policy), engine, new Deadline(run)).select();
	}

	/** The strongest cohorts for growing tolerances; the policy's own tolerance is among them. */
	public Frontier frontier(Pool pool, Policy policy, Run run) {
		Selecting selecting = new Selecting(new Instance(pool, policy), engine, new Deadline(run));
		return new FrontierSearch(selecting, policy.tolerances()).walk();
	}

	/** The fair lottery over all cohorts within the policy's tolerances, measured from the best one that was found. */
	public Lottery lottery(Pool pool, Policy policy, Solution best, Run run) {
		return new Drawing(new Instance(pool, policy), engine, new Deadline(run)).draw(best);
	}

	/** Why everybody was chosen or not; fast, no solver. */
	public Explanations explain(Pool pool, Policy policy, List<String> cohort) {
		Instance instance = new Instance(pool, policy);
		return new Explaining(pool, instance, instance.indexes(cohort)).explain();
	}

	/** What a swap by the committee would cost; fast, no solver. */
	public Swap swap(Pool pool, Policy policy, List<String> cohort, String out, String in) {
		Instance instance = new Instance(pool, policy);
		List<Integer> pair = instance.indexes(List.of(out, in));
		return new Swapping(instance, instance.indexes(cohort)).describe(pair.getFirst(), pair.getLast());
	}

	/**
	 * What it would change to give a member's seat to each of the others, the best first; fast, no solver.
	 *
	 * @param out whose seat, {@code null} for one that is empty
	 */
	public List<Swap> substitutes(Pool pool, Policy policy, List<String> cohort, @Nullable String out) {
		Instance instance = new Instance(pool, policy);
		Swapping swapping = new Swapping(instance, instance.indexes(cohort));
		int leaving = out == null ? Swapping.NOBODY : instance.indexes(List.of(out)).getFirst();
		return swapping.substitutes(leaving).stream().map(change -> swapping.describe(leaving, change.in())).toList();
	}

	/** For every member of the cohort the one who follows when they decline and all others stay; fast, no solver. */
	public SortedMap<String, Swap> ifDeclines(Pool pool, Policy policy, List<String> cohort) {
		Instance instance = new Instance(pool, policy);
		return new Explaining(pool, instance, instance.indexes(cohort)).ifDeclines();
	}

	/**
	 * The cohort as it is, with all its figures, for one that people have put together; fast, no solver. The bound is
	 * only that no cohort can do more than meet every target. Limits that it breaks show up in {@link #broken}.
	 */
	public Solution appraise(Pool pool, Policy policy, List<String> cohort) {
		Instance instance = new Instance(pool, policy);
		List<Integer> chosen = instance.indexes(cohort);
		double value = instance.measure.value(instance.targetCounts(instance.counts(chosen)));
		double ceiling = Math.max(value, instance.measure.ceiling());
		return Appraising.of(instance, chosen, value, ceiling, ceiling - value <= instance.measure.precision(), false,
				List.of(), "by hand", Duration.ZERO);
	}

	/** Hard limits that a cohort breaks, in words; empty when it keeps all of them. */
	public List<String> broken(Pool pool, Policy policy, List<String> cohort) {
		Map<String, Candidate> byId = Verifier.byId(pool);
		return new Recount(policy, cohort.stream().map(byId::get).filter(Objects::nonNull).toList()).broken();
	}
}
