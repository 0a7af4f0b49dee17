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
 * false status, and a lottery that trusts it is unfair without anybody noticing.
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
		for (int attempt = 0; attempt < 3; attempt++) {
			try {
				return solve(panels, sizes, fixed, attempt);
			}
			catch (IllegalStateException untrustworthy) {
				last = untrustworthy;
			}
		}
		throw new IllegalStateException("The linear solver did not give an answer that holds", last);
	}

	private static Spread solve(List<Panel> panels, int[] sizes, double[] fixed, int attempt) {
		MPSolver solver = MPSolver.createSolver("GLOP");
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
			MPSolver.ResultStatus status = solver.solve(parameters(attempt));
			if (status != MPSolver.ResultStatus.OPTIMAL) {
				throw new IllegalStateException("GLOP says " + status);
			}
			return checked(level, weights, rows, whole, sizes, fixed);
		}
		finally {
			solver.delete();
		}
	}

	private static MPSolverParameters parameters(int attempt) {
		MPSolverParameters parameters = new MPSolverParameters();
		parameters.setIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, (attempt == 1
				? MPSolverParameters.LpAlgorithmValues.PRIMAL : MPSolverParameters.LpAlgorithmValues.DUAL).swigValue());
		if (attempt == 2) {
			parameters.setIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE,
					MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
		}
		return parameters;
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
			throw new IllegalStateException("GLOP's answer does not hold: " + reached + " and " + proven);
		}
		return new Spread(reached, spread, prices, whole.dualValue());
	}
}
