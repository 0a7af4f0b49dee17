package org.cohort.selection.optimiser;

import java.util.Arrays;
import java.util.List;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;

import org.cohort.solver.SolverNatives;

/**
 * Spreads probability over known panels so that the smallest chance of the kinds that are still open is as large as
 * possible and the others keep theirs. GLOP, always built anew: solving again from where it stopped sometimes reports a
 * false status, and a lottery that trusts it is unfair without anybody noticing. When GLOP gives up, CLP is asked.
 */
final class PanelLp {

	private static final double FEASIBLE = 1e-7;

	private PanelLp() {
	}

	/**
	 * @param level smallest chance of the open kinds
	 * @param weights probability of every panel
	 * @param prices what one more of a kind in a panel would be worth; never negative
	 * @param threshold only a panel worth more than this can raise the level
	 */
	record Spread(double level, double[] weights, double[] prices, double threshold) {
	}

	/**
	 * @param sizes persons per kind
	 * @param fixed chance that a kind keeps, {@code NaN} while open
	 */
	static Spread solve(List<Panel> panels, int[] sizes, double[] fixed) {
		SolverNatives.load();
		RuntimeException last = null;
		for (Attempt attempt : Attempt.values()) {
			try {
				return solve(panels, sizes, fixed, attempt);
			}
			catch (IllegalStateException untrustworthy) {
				last = untrustworthy;
			}
		}
		throw new IllegalStateException("The linear solver did not give an answer that holds", last);
	}

	static Spread solve(List<Panel> panels, int[] sizes, double[] fixed, Attempt attempt) {
		MPSolver solver = MPSolver.createSolver(attempt.solver);
		try {
			// No upper bounds: the rows imply them, and their prices would be missing from the proof below.
			boolean anyOpen = Arrays.stream(fixed).anyMatch(Double::isNaN);
			MPVariable level = solver.makeNumVar(0, anyOpen ? MPSolver.infinity() : 0, "");
			MPVariable[] weights = solver.makeNumVarArray(panels.size(), 0, MPSolver.infinity());
			MPConstraint[] rows = new MPConstraint[sizes.length];
			for (int t = 0; t < sizes.length; t++) {
				boolean open = Double.isNaN(fixed[t]);
				rows[t] = solver.makeConstraint(open ? 0 : fixed[t], MPSolver.infinity());
				if (open) {
					rows[t].setCoefficient(level, -1);
				}
			}
			MPConstraint whole = solver.makeConstraint(1, 1);
			for (int i = 0; i < weights.length; i++) {
				whole.setCoefficient(weights[i], 1);
				int[] taken = panels.get(i).taken;
				for (int t = 0; t < taken.length; t++) {
					if (taken[t] > 0) {
						rows[t].setCoefficient(weights[i], (double) taken[t] / sizes[t]);
					}
				}
			}
			MPObjective objective = solver.objective();
			objective.setCoefficient(level, 1);
			objective.setMaximization();
			MPSolver.ResultStatus status = solver.solve(attempt.parameters());
			if (status != MPSolver.ResultStatus.OPTIMAL) {
				throw new IllegalStateException(attempt + " says " + status);
			}
			return checked(level, weights, rows, whole, sizes, fixed);
		}
		finally {
			solver.delete();
		}
	}

	/** One after the other, until an answer holds. */
	enum Attempt {

		GLOP_DUAL("GLOP", MPSolverParameters.LpAlgorithmValues.DUAL, MPSolverParameters.PresolveValues.PRESOLVE_ON),
		GLOP_PRIMAL("GLOP", MPSolverParameters.LpAlgorithmValues.PRIMAL, MPSolverParameters.PresolveValues.PRESOLVE_ON),
		GLOP_BARE("GLOP", MPSolverParameters.LpAlgorithmValues.DUAL, MPSolverParameters.PresolveValues.PRESOLVE_OFF),
		CLP_DUAL("CLP", MPSolverParameters.LpAlgorithmValues.DUAL, MPSolverParameters.PresolveValues.PRESOLVE_ON),
		CLP_BARE("CLP", MPSolverParameters.LpAlgorithmValues.PRIMAL, MPSolverParameters.PresolveValues.PRESOLVE_OFF);

		private final String solver;

		private final MPSolverParameters.LpAlgorithmValues algorithm;

		private final MPSolverParameters.PresolveValues presolve;

		Attempt(String solver, MPSolverParameters.LpAlgorithmValues algorithm,
				MPSolverParameters.PresolveValues presolve) {
			this.solver = solver;
			this.algorithm = algorithm;
			this.presolve = presolve;
		}

		MPSolverParameters parameters() {
			MPSolverParameters parameters = new MPSolverParameters();
			parameters.setIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, algorithm.swigValue());
			parameters.setIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, presolve.swigValue());
			return parameters;
		}
	}

	/** Believes nothing: the weights must be a distribution, and what the prices prove must be what was reached. */
	private static Spread checked(MPVariable level, MPVariable[] weights, MPConstraint[] rows, MPConstraint whole,
			int[] sizes, double[] fixed) {
		double[] spread = new double[weights.length];
		double sum = 0;
		for (int i = 0; i < spread.length; i++) {
			spread[i] = Math.max(0, weights[i].solutionValue());
			sum += spread[i];
		}
		double[] prices = new double[sizes.length];
		double proven = whole.dualValue();
		for (int t = 0; t < prices.length; t++) {
			double price = Math.max(0, -rows[t].dualValue());
			prices[t] = price / sizes[t];
			proven -= Double.isNaN(fixed[t]) ? 0 : price * fixed[t];
		}
		double reached = level.solutionValue();
		if (Math.abs(sum - 1) > FEASIBLE || Math.abs(proven - reached) > FEASIBLE) {
			throw new IllegalStateException("The linear solver's answer does not hold: " + reached + " and " + proven);
		}
		return new Spread(reached, spread, prices, whole.dualValue());
	}
}
