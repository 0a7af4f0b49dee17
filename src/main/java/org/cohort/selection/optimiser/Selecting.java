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

	private double bound;

	private boolean settled = true;

	Selecting(Instance instance, Engine engine, Deadline deadline) {
		this.instance = instance;
		this.engine = engine;
		this.deadline = deadline;
	}

	Outcome select() {
		long best;
		try {
			best = mostDiverse();
		}
		catch (NoCohort none) {
			return new Relaxing(instance, engine, deadline).explain();
		}
		return finish(best, leastOvershoot(best), instance.policy.tolerances());
	}

	/** The rest of the way, for given best diversity and least overshoot in units. */
	private Solution finish(long best, long least, Tolerances tolerances) {
		Strengthening strengthening = new Strengthening(instance, engine, deadline,
				floor(best, tolerances.diversity()),
				least + instance.measure.overshootUnits(tolerances.overshoot()));
		chosen = strengthening.strongest(chosen);
		results.addAll(strengthening.results());
		settled &= strengthening.settled();
		return solution();
	}

	static long floor(long best, double tolerance) {
		return (long) Math.ceil(best * (1 - tolerance));
	}

	/** In units; sets the cohort and the bound. */
	private long mostDiverse() throws NoCohort {
		Formulation formulation = new Formulation(instance, Formulation.kinds(instance), false);
		formulation.program.maximise(formulation.diversity);
		Duration start = deadline.elapsed();
		Answer answer = engine.solve(formulation.program,
				deadline.effort(deadline.left(), Step.DIVERSITY, 1.0 / Measure.UNITS));
		deadline.check();
		if (answer.status() == Status.IMPOSSIBLE) {
			throw new NoCohort();
		}
		if (!answer.found()) {
			throw new OutOfTimeException();
		}
		chosen = formulation.chosen(answer.solution());
		int[] counts = instance.targetCounts(instance.counts(chosen));
		long reached = instance.measure.units(counts);
		// Half a unit for every target: the error of rounding to whole units, on the side of caution.
		bound = Math.min(instance.measure.ceiling(),
				(answer.bound() + instance.targets() / 2.0) / Measure.UNITS);
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
		double unit = 1.0 / instance.measure.overshootUnits(1.0);
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

	private Solution solution() {
		StepResult diversity = results.getFirst();
		return Appraising.of(instance, chosen, bound, diversity.proven(), settled, results, engine.name(),
				deadline.elapsed());
	}

	/** The hard limits leave no cohort. */
	private static final class NoCohort extends Exception {
	}
}
