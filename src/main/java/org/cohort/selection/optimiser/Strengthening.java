package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

import org.cohort.selection.optimiser.Engine.Answer;
import org.cohort.selection.optimiser.Engine.Status;
import org.cohort.selection.optimiser.Formulation.Item;
import org.cohort.selection.optimiser.IntegerProgram.Sum;
import org.cohort.selection.optimiser.Solution.StepResult;

/**
 * The strongest cohort that is diverse enough and overshoots little enough; among equals the one with the largest
 * lots.
 */
final class Strengthening {

	private final Instance instance;

	private final Engine engine;

	private final Deadline deadline;

	private final long diversity;

	private final long overshoot;

	private final List<StepResult> results = new ArrayList<>();

	private boolean settled = true;

	Strengthening(Instance instance, Engine engine, Deadline deadline, long diversity, long overshoot) {
		this.instance = instance;
		this.engine = engine;
		this.deadline = deadline;
		this.diversity = diversity;
		this.overshoot = overshoot;
	}

	/** Starts from a cohort that keeps both limits. */
	List<Integer> strongest(List<Integer> start) {
		List<Integer> chosen = start;
		long merit = Long.MIN_VALUE;
		if (instance.people.stream().anyMatch(person -> person.merit() != null)) {
			chosen = improve(chosen, Step.MERIT, instance::merit, instance.meritStep(), Long.MIN_VALUE);
			merit = chosen.stream().mapToLong(instance::merit).sum();
		}
		return improve(chosen, Step.TIES, instance::lot, 1.0 / (1L << Lots.BITS), merit);
	}

	private List<Integer> improve(List<Integer> start, Step step, IntToLongFunction worth, double unit, long merit) {
		Duration begin = deadline.elapsed();
		List<Item> items = Formulation.persons(instance);
		Formulation formulation = new Formulation(instance, items, true);
		formulation.program.row(diversity, formulation.diversity, IntegerProgram.FREE);
		formulation.program.row(0, formulation.overshoot, overshoot);
		Sum objective = new Sum();
		Sum strength = new Sum();
		for (int i = 0; i < items.size(); i++) {
			int person = items.get(i).members().getFirst();
			objective.add(i, worth.applyAsLong(person));
			strength.add(i, instance.merit(person));
		}
		if (merit != Long.MIN_VALUE) {
			formulation.program.row(merit, strength, IntegerProgram.FREE);
		}
		formulation.program.maximise(objective);
		formulation.program.hint(formulation.complete(formulation.taken(start)));
		Answer answer = engine.solve(formulation.program, deadline.effort(deadline.left(), step, unit));
		deadline.check();
		boolean proven = answer.status() == Status.OPTIMAL;
		settled &= proven;
		List<Integer> chosen = answer.found() ? formulation.chosen(answer.solution()) : start;
		long reached = chosen.stream().mapToLong(worth::applyAsLong).sum();
		results.add(new StepResult(step, reached * unit, proven ? reached * unit : answer.bound() * unit, proven,
				deadline.elapsed().minus(begin)));
		return chosen;
	}

	List<StepResult> results() {
		return results;
	}

	boolean settled() {
		return settled;
	}
}
