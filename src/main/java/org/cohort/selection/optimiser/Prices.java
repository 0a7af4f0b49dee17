package org.cohort.selection.optimiser;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

import org.cohort.selection.optimiser.IntegerProgram.Row;
import org.cohort.selection.optimiser.IntegerProgram.Sum;
import org.cohort.solver.SolverNatives;

import org.jspecify.annotations.Nullable;

/**
 * A bound on an integer program from the linear one, and how much of it every variable's departure costs. Any row
 * prices give a valid bound (weak duality), so it is worked out here from GLOP's prices instead of being believed.
 */
final class Prices {

	/** Far above the rounding of a sum of 100,000 doubles, relative to the bound. */
	private static final double CAUTION = 1e-9;

	private final double bound;

	private final double[] reduced;

	private Prices(double bound, double[] reduced) {
		this.bound = bound;
		this.reduced = reduced;
	}

	/** No solution is larger. */
	double bound() {
		return bound;
	}

	/** Positive: the variable belongs to its upper end; every step away from it lowers the bound by this much. */
	double reduced(int variable) {
		return reduced[variable];
	}

	/** A solver of the linear relaxation. */
	interface Linear {

		/**
		 * What every row is worth at the optimum, {@code null} without one.
		 *
		 * @param slack by which rows give way, relative to their largest factor or their limit
		 */
		double @Nullable [] solve(IntegerProgram program, double slack);
	}

	/** {@code null} when the linear solver has no answer. */
	static @Nullable Prices of(IntegerProgram program, Linear linear) {
		double[] prices = linear.solve(program, 0);
		// Where a row asks for all that is possible, rounding can leave GLOP nothing. Prices are as good from next door.
		for (double slack = 1e-8; prices == null && slack < 1e-5; slack *= 100) {
			prices = linear.solve(program, slack);
		}
		return prices == null ? null : bound(program, prices);
	}

	/** OR-tools' GLOP. */
	static double @Nullable [] glop(IntegerProgram program, double slack) {
		SolverNatives.load();
		MPSolver solver = MPSolver.createSolver("GLOP");
		try {
			MPVariable[] variables = new MPVariable[program.size()];
			for (int i = 0; i < variables.length; i++) {
				variables[i] = solver.makeNumVar(program.low(i), program.high(i), "");
			}
			double[] scales = new double[program.rows().size()];
			MPConstraint[] rows = new MPConstraint[scales.length];
			for (int r = 0; r < rows.length; r++) {
				Row row = program.rows().get(r);
				scales[r] = largest(row.sum());
				rows[r] = solver.makeConstraint(
						row.low() <= -IntegerProgram.FREE ? -MPSolver.infinity() : given(row.low() / scales[r], -slack),
						row.high() >= IntegerProgram.FREE ? MPSolver.infinity() : given(row.high() / scales[r], slack));
				Sum sum = row.sum();
				for (int i = 0; i < sum.size(); i++) {
					rows[r].setCoefficient(variables[sum.variable(i)], sum.factor(i) / scales[r]);
				}
			}
			double scale = largest(program.objective());
			MPObjective objective = solver.objective();
			Sum sum = program.objective();
			for (int i = 0; i < sum.size(); i++) {
				objective.setCoefficient(variables[sum.variable(i)], sum.factor(i) / scale);
			}
			objective.setMaximization();
			if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
				return null;
			}
			double[] prices = new double[rows.length];
			for (int r = 0; r < prices.length; r++) {
				prices[r] = rows[r].dualValue() * scale / scales[r];
			}
			return prices;
		}
		finally {
			solver.delete();
		}
	}

	private static double given(double limit, double slack) {
		return limit + slack * Math.max(1, Math.abs(limit));
	}

	private static double largest(Sum sum) {
		long largest = 1;
		for (int i = 0; i < sum.size(); i++) {
			largest = Math.max(largest, Math.abs(sum.factor(i)));
		}
		return largest;
	}

	private static Prices bound(IntegerProgram program, double[] prices) {
		double[] reduced = new double[program.size()];
		Sum objective = program.objective();
		for (int i = 0; i < objective.size(); i++) {
			reduced[objective.variable(i)] += objective.factor(i);
		}
		double bound = 0;
		double size = 0;
		for (int r = 0; r < prices.length; r++) {
			Row row = program.rows().get(r);
			double price = prices[r];
			if (price > 0 && row.high() >= IntegerProgram.FREE || price < 0 && row.low() <= -IntegerProgram.FREE) {
				continue;
			}
			double part = price == 0 ? 0 : price * (price > 0 ? row.high() : row.low());
			bound += part;
			size += Math.abs(part);
			for (int i = 0; i < row.sum().size(); i++) {
				reduced[row.sum().variable(i)] -= price * row.sum().factor(i);
			}
		}
		for (int i = 0; i < reduced.length; i++) {
			double part = reduced[i] * (reduced[i] > 0 ? program.high(i) : program.low(i));
			bound += part;
			size += Math.abs(part);
		}
		return new Prices(bound + size * CAUTION, reduced);
	}
}
