package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.List;

import org.cohort.selection.optimiser.Engine.Answer;
import org.cohort.selection.optimiser.Infeasible.Relaxation;
import org.cohort.selection.optimiser.IntegerProgram.Sum;

/** Says which hard limits contradict each other and the least change, counted in persons, that helps. */
final class Relaxing {

	private final Instance instance;

	private final Engine engine;

	private final Deadline deadline;

	Relaxing(Instance instance, Engine engine, Deadline deadline) {
		this.instance = instance;
		this.engine = engine;
		this.deadline = deadline;
	}

	Infeasible explain() {
		return new Infeasible(conflict(), relaxation());
	}

	/** Leaves out one limit after another for as long as the rest still contradicts itself; what remains is needed. */
	private List<String> conflict() {
		List<Limit> needed = new ArrayList<>(instance.limits);
		for (Limit limit : instance.limits) {
			needed.remove(limit);
			if (possible(needed)) {
				needed.add(limit);
			}
		}
		List<String> words = new ArrayList<>(needed.stream().map(Limit::describe).toList());
		words.add(instance.policy.seats() + (instance.policy.seats() == 1 ? " seat for " : " seats for ")
				+ instance.people.size() + " who may be chosen"
				+ (instance.policy.pins().isEmpty() ? "" : ", " + instance.policy.pins().size() + " of them pinned"));
		return words;
	}

	private boolean possible(List<Limit> limits) {
		IntegerProgram program = new IntegerProgram();
		Sum[] counts = counts(program);
		int k = instance.policy.seats();
		program.row(k, counts[instance.featureCount()], k);
		for (Limit limit : limits) {
			program.row(limit.min(), counts[limit.feature()],
					limit.max() == Limit.NO_MAX ? IntegerProgram.FREE : limit.max());
		}
		return engine.solve(program, deadline.effort(deadline.left(), Step.FEASIBILITY, 1)).found();
	}

	/** Persons per feature; the last one counts everybody. */
	private Sum[] counts(IntegerProgram program) {
		Sum[] counts = new Sum[instance.featureCount() + 1];
		for (int i = 0; i < counts.length; i++) {
			counts[i] = new Sum();
		}
		for (Formulation.Item item : Formulation.kinds(instance)) {
			int x = program.variable(item.least(), item.most());
			counts[counts.length - 1].add(x, 1);
			for (int feature : item.features()) {
				counts[feature].add(x, 1);
			}
		}
		return counts;
	}

	private List<Relaxation> relaxation() {
		IntegerProgram program = new IntegerProgram();
		Sum[] counts = counts(program);
		int k = instance.policy.seats();
		Sum cost = new Sum();
		// Another number of seats is the last resort among equals.
		int fewer = program.variable(0, k);
		int more = program.variable(0, Math.max(0, instance.people.size() - k));
		cost.add(fewer, -1001).add(more, -1001);
		program.row(k, counts[instance.featureCount()].add(fewer, 1).add(more, -1), k);
		int[] below = new int[instance.limits.size()];
		int[] above = new int[instance.limits.size()];
		for (int i = 0; i < below.length; i++) {
			Limit limit = instance.limits.get(i);
			below[i] = program.variable(0, limit.min());
			above[i] = program.variable(0, limit.max() == Limit.NO_MAX ? 0 : Math.max(k, instance.people.size()));
			cost.add(below[i], -1000).add(above[i], -1000);
			program.row(limit.min(), new Sum().addAll(counts[limit.feature()], 1).add(below[i], 1),
					IntegerProgram.FREE);
			if (limit.max() != Limit.NO_MAX) {
				program.row(-IntegerProgram.FREE,
						new Sum().addAll(counts[limit.feature()], 1).add(above[i], -1), limit.max());
			}
		}
		program.maximise(cost);
		Answer answer = engine.solve(program, deadline.effort(deadline.left(), Step.FEASIBILITY, 1));
		deadline.check();
		List<Relaxation> relaxations = new ArrayList<>();
		if (!answer.found()) {
			return relaxations;
		}
		long[] values = answer.solution();
		long seats = k - values[fewer] + values[more];
		if (seats != k) {
			relaxations.add(new Relaxation("seats", (int) Math.abs(seats - k), seats + (seats == 1 ? " seat" : " seats")));
		}
		for (int i = 0; i < below.length; i++) {
			Limit limit = instance.limits.get(i);
			if (values[below[i]] > 0) {
				relaxations.add(new Relaxation(limit.name(), (int) values[below[i]],
						"at least " + (limit.min() - values[below[i]])));
			}
			if (values[above[i]] > 0) {
				relaxations.add(new Relaxation(limit.name(), (int) values[above[i]],
						"at most " + (limit.max() + values[above[i]])));
			}
		}
		if (relaxations.isEmpty()) {
			// A cohort that keeps every limit: so the solver was wrong before, and no answer is better than a wrong one.
			throw new IllegalStateException("The solver called limits contradictory that a cohort keeps.");
		}
		return relaxations;
	}
}
