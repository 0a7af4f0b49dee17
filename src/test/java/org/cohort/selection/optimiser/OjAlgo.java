package org.cohort.selection.optimiser;

import java.math.BigDecimal;

import org.cohort.selection.optimiser.IntegerProgram.Row;
import org.cohort.selection.optimiser.IntegerProgram.Sum;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/** A second solver, written by other people in another language, for checking the first. */
final class OjAlgo implements Engine {

	@Override
	public String name() {
		return "ojAlgo";
	}

	@Override
	public Answer solve(IntegerProgram program, Effort effort) {
		ExpressionsBasedModel model = new ExpressionsBasedModel();
		Variable[] variables = new Variable[program.size()];
		for (int i = 0; i < variables.length; i++) {
			variables[i] = model.newVariable("x" + i).lower(program.low(i)).upper(program.high(i)).integer(true);
		}
		int name = 0;
		for (Row row : program.rows()) {
			Expression expression = model.newExpression("row" + name++);
			if (row.low() > -IntegerProgram.FREE) {
				expression.lower(row.low());
			}
			if (row.high() < IntegerProgram.FREE) {
				expression.upper(row.high());
			}
			add(expression, row.sum(), variables, BigDecimal.ONE);
		}
		Expression objective = model.newExpression("objective").weight(1);
		// In its own unit the objective is in the billions; a floating-point solver prefers about one.
		add(objective, program.objective(), variables, BigDecimal.valueOf(1, 9));
		// Its Gomory cuts can cut off every solution: about one small program in a hundred would be called impossible. No
		// fraction is as far from a whole number as 0.6, so none is made.
		model.options.integer(IntegerStrategy.DEFAULT.withGapTolerance(NumberContext.of(12, 12))
				.withGMICutConfiguration(new IntegerStrategy.GMICutConfiguration().withFractionality(0.6)));
		Optimisation.Result result = model.maximise();
		if (!result.getState().isFeasible()) {
			return new Answer(Status.IMPOSSIBLE, null, 0, 0);
		}
		long[] values = new long[variables.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.round(result.doubleValue(i));
		}
		long value = program.objective().of(values);
		return new Answer(result.getState().isOptimal() ? Status.OPTIMAL : Status.FOUND, values, value, value);
	}

	private static void add(Expression expression, Sum sum, Variable[] variables, BigDecimal scale) {
		for (int i = 0; i < sum.size(); i++) {
			Variable variable = variables[sum.variable(i)];
			expression.add(variable, BigDecimal.valueOf(sum.factor(i)).multiply(scale));
		}
	}
}
