package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;

import org.cohort.selection.optimiser.IntegerProgram.Sum;
import org.cohort.solver.SolverNatives;

/** OR-tools' CP-SAT: exact in whole numbers, several threads, can be stopped. */
final class CpSat implements Engine {

	/** Most programs of so many variables are solved within {@link #ALONE} by one thread, which costs half of two. */
	private static final int SMALL = 1000;

	private static final Duration ALONE = Duration.ofMillis(300);

	@Override
	public String name() {
		return "OR-tools " + SolverNatives.version() + " CP-SAT";
	}

	@Override
	public Answer solve(IntegerProgram program, Effort effort) {
		SolverNatives.load();
		CpModel model = new CpModel();
		IntVar[] variables = new IntVar[program.size()];
		for (int i = 0; i < variables.length; i++) {
			variables[i] = model.newIntVar(program.low(i), program.high(i), "");
		}
		for (IntegerProgram.Row row : program.rows()) {
			model.addLinearConstraint(expression(row.sum(), variables), row.low() <= -IntegerProgram.FREE
					? Long.MIN_VALUE : row.low(), row.high() >= IntegerProgram.FREE ? Long.MAX_VALUE : row.high());
		}
		if (program.objective().size() > 0) {
			model.maximize(expression(program.objective(), variables));
		}
		long[] hint = program.hint();
		if (hint != null) {
			for (int i = 0; i < hint.length; i++) {
				model.addHint(variables[i], hint[i]);
			}
		}
		Answer answer = program.size() <= SMALL ? aloneFirst(program, model, variables, effort)
				: run(program, model, variables, effort, true);
		if (contradicts(program, answer)) {
			answer = run(program, model, variables, effort, false);
			if (contradicts(program, answer)) {
				throw new IllegalStateException("CP-SAT contradicts a solution that is known to hold.");
			}
		}
		return answer;
	}

	private static Answer aloneFirst(IntegerProgram program, CpModel model, IntVar[] variables, Effort effort) {
		if (effort.threads() == 1 || effort.time().compareTo(ALONE) <= 0) {
			return run(program, model, variables, effort, true);
		}
		Answer answer = run(program, model, variables, effort.within(ALONE, 1), true);
		boolean over = answer.status() == Status.OPTIMAL || answer.status() == Status.IMPOSSIBLE;
		return over || effort.cancelled().getAsBoolean() ? answer
				: run(program, model, variables, effort.within(effort.time().minus(ALONE), effort.threads()), true);
	}

	/** A claim that a solution which is known, and checked exactly, proves wrong. */
	private static boolean contradicts(IntegerProgram program, Answer answer) {
		if (answer.found() && !program.holds(answer.solution())) {
			return true;
		}
		long[] known = program.hint();
		if (known == null || !program.holds(known)) {
			return false;
		}
		return answer.status() == Status.IMPOSSIBLE
				|| answer.status() == Status.OPTIMAL && answer.objective() < program.objective().of(known);
	}

	private static LinearExpr expression(Sum sum, IntVar[] variables) {
		LinearExprBuilder builder = LinearExpr.newBuilder();
		for (int i = 0; i < sum.size(); i++) {
			builder.addTerm(variables[sum.variable(i)], sum.factor(i));
		}
		return builder.build();
	}

	private static Answer run(IntegerProgram program, CpModel model, IntVar[] variables, Effort effort,
			boolean presolve) {
		CpSolver solver = new CpSolver();
		solver.getParameters().setMaxTimeInSeconds(Math.max(0.05, effort.time().toMillis() / 1000.0));
		solver.getParameters().setNumWorkers(effort.threads());
		solver.getParameters().setRandomSeed(1);
		solver.getParameters().setRelativeGapLimit(effort.gap());
		// OR-tools 9.15 can call a program infeasible that is not (or-tools issue 5274): its presolve compares rows that
		// contain each other and drops what it takes for dominated. Both are switched off.
		solver.getParameters().setCpModelPresolve(presolve);
		solver.getParameters().setPresolveInclusionWorkLimit(0);
		solver.getParameters().setKeepAllFeasibleSolutionsInPresolve(true);
		solver.getParameters().setCatchSigintSignal(false);
		AtomicBoolean done = new AtomicBoolean();
		Thread watch = Thread.ofPlatform().daemon().name("cancel-watch").start(() -> stopWhenCancelled(solver, effort, done));
		CpSolverStatus status;
		try {
			status = solver.solve(model, new CpSolverSolutionCallback() {
				@Override
				public void onSolutionCallback() {
					effort.watcher().accept(objectiveValue(), bestObjectiveBound());
				}
			});
		}
		finally {
			done.set(true);
			watch.interrupt();
		}
		if (status == CpSolverStatus.INFEASIBLE) {
			return new Answer(Status.IMPOSSIBLE, null, 0, 0);
		}
		if (status == CpSolverStatus.MODEL_INVALID) {
			throw new IllegalStateException("CP-SAT refused the model: " + model.validate());
		}
		if (status == CpSolverStatus.UNKNOWN) {
			return new Answer(Status.UNKNOWN, null, 0, solver.bestObjectiveBound());
		}
		long[] values = new long[variables.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = solver.value(variables[i]);
		}
		long objective = program.objective().of(values);
		// Within the gap CP-SAT says «optimal», too.
		boolean optimal = status == CpSolverStatus.OPTIMAL && effort.gap() == 0;
		return new Answer(optimal ? Status.OPTIMAL : Status.FOUND, values, objective,
				optimal ? objective : solver.bestObjectiveBound());
	}

	private static void stopWhenCancelled(CpSolver solver, Effort effort, AtomicBoolean done) {
		try {
			while (!done.get()) {
				if (effort.cancelled().getAsBoolean()) {
					solver.stopSearch();
				}
				Thread.sleep(50);
			}
		}
		catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}
}
