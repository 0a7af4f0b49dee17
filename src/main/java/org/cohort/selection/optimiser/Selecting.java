package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.cohort.selection.optimiser.Engine.Answer;
import org.cohort.selection.optimiser.Engine.Status;
import org.cohort.selection.optimiser.IntegerProgram.Sum;
import org.cohort.selection.optimiser.Solution.StepResult;

/**
 * One selection, step by step: diversity, overshoot, merit, ties. Each step keeps what the earlier ones reached. A step
 * that runs out of time leaves the best found and the next ones work from there.
 */
final class Selecting {

	private final Instance instance;

	private final Engine engine;

	private final Deadline deadline;

	private final List<StepResult> results = new ArrayList<>();

	private List<Integer> chosen = List.of();

	private long best;

	private long least;

	private double bound;

	private boolean settled = true;

	Selecting(Instance instance, Engine engine, Deadline deadline) {
		this.instance = instance;
		this.engine = engine;
		this.deadline = deadline;
	}

	Outcome select() {
		try {
			start();
		}
		catch (NoCohort none) {
			return new Relaxing(instance, engine, deadline).explain();
		}
		return finish(instance.policy.tolerances(), 1);
	}

	/** The solution for other tolerances than the policy's; what they do not touch is computed only once. */
	Solution within(Tolerances tolerances, int shares) {
		try {
			start();
		}
		catch (NoCohort none) {
			throw new InvalidInputException(
					List.of(new InvalidInputException.Problem("", "No cohort keeps all hard limits.")));
		}
		return finish(tolerances, shares);
	}

	private void start() throws NoCohort {
		if (results.isEmpty()) {
			best = mostDiverse();
			least = leastOvershoot(best);
		}
	}

	/** @param shares into how many parts the time that is left is divided; one of them is ours */
	private Solution finish(Tolerances tolerances, int shares) {
		Strengthening strengthening = new Strengthening(instance, engine, deadline.part(shares),
				floor(best, tolerances.diversity()),
				least + instance.measure.overshootUnits(tolerances.overshoot()));
		List<Integer> strongest = strengthening.strongest(chosen);
		List<StepResult> steps = new ArrayList<>(results);
		steps.addAll(strengthening.results());
		return Appraising.of(instance, strongest, results.getFirst().value(), bound, results.getFirst().proven(),
				settled && strengthening.settled(), steps, engine.name(), deadline.elapsed());
	}

	static long floor(long best, double tolerance) {
		return (long) Math.ceil(best * (1 - tolerance));
	}

	/** In units; sets the cohort and the bound. */
	private long mostDiverse() throws NoCohort {
		Formulation formulation = new Formulation(instance, Formulation.kinds(instance), false);
		formulation.program.maximise(formulation.diversity);
		long[] first = new Greedy(instance).cohort();
		if (first != null) {
			first = formulation.complete(first);
			formulation.program.hint(first);
		}
		Duration start = deadline.elapsed();
		Answer answer = engine.solve(formulation.program,
				deadline.effort(deadline.left(), Step.DIVERSITY, 1.0 / Measure.UNITS));
		deadline.check();
		if (answer.status() == Status.IMPOSSIBLE) {
			throw new NoCohort();
		}
		if (!answer.found() && first == null) {
			throw new OutOfTimeException();
		}
		long[] values = answer.found() ? answer.solution() : first;
		chosen = formulation.chosen(values);
		int[] counts = instance.targetCounts(instance.counts(chosen));
		long reached = instance.measure.units(counts);
		// Half a unit for every target: the error of rounding to whole units, on the side of caution.
		bound = instance.ceiling();
		if (answer.found()) {
			bound = Math.min(bound, (answer.bound() + instance.targets() / 2.0) / Measure.UNITS);
		}
		double value = instance.measure.value(counts);
		bound = Math.max(bound, value);
		boolean proven = answer.status() == Status.OPTIMAL;
		settled &= proven;
		results.add(new StepResult(Step.DIVERSITY, value, bound, proven, deadline.elapsed().minus(start)));
		return reached;
	}

	private long leastOvershoot(long diversity) {
		Formulation formulation = new Formulation(instance, Formulation.kinds(instance), true);
		formulation.program.row(diversity, formulation.diversity, IntegerProgram.FREE);
		formulation.program.maximise(new Sum().addAll(formulation.overshoot, -1));
		formulation.program.hint(formulation.complete(formulation.taken(chosen)));
		Duration start = deadline.elapsed();
		double unit = instance.measure.overshootUnit();
		Answer answer = engine.solve(formulation.program,
				deadline.effort(deadline.left(), Step.OVERSHOOT, -unit));
		deadline.check();
		if (answer.found()) {
			chosen = formulation.chosen(answer.solution());
		}
		long reached = instance.measure.overshootUnits(instance.targetCounts(instance.counts(chosen)));
		boolean proven = answer.status() == Status.OPTIMAL;
		settled &= proven;
		results.add(new StepResult(Step.OVERSHOOT, reached * unit, proven ? reached * unit : -answer.bound() * unit,
				proven, deadline.elapsed().minus(start)));
		return reached;
	}

	/** The hard limits leave no cohort. */
	private static final class NoCohort extends Exception {
	}
}
