package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A linear program in whole numbers, to be maximised; any solver can be put behind it. */
final class IntegerProgram {

	/** No limit on this side of a row. */
	static final long FREE = Long.MAX_VALUE / 4;

	private final List<long[]> variables = new ArrayList<>();

	private final List<Row> rows = new ArrayList<>();

	private Sum objective = new Sum();

	private long @Nullable [] hint;

	int variable(long low, long high) {
		variables.add(new long[] { low, high });
		return variables.size() - 1;
	}

	void row(long low, Sum sum, long high) {
		rows.add(new Row(low, sum, high));
	}

	void maximise(Sum sum) {
		objective = sum;
	}

	/** A complete assignment from which the solver may start. */
	void hint(long[] values) {
		Require.that(values.length == variables.size(), "A hint needs a value for every variable.");
		hint = values.clone();
	}

	int size() {
		return variables.size();
	}

	long low(int variable) {
		return variables.get(variable)[0];
	}

	long high(int variable) {
		return variables.get(variable)[1];
	}

	List<Row> rows() {
		return rows;
	}

	Sum objective() {
		return objective;
	}

	long @Nullable [] hint() {
		return hint;
	}

	/** The same program with every variable whose departure would cost more than the gap left at its best end. */
	IntegerProgram narrowed(Prices prices, double gap) {
		IntegerProgram narrow = new IntegerProgram();
		for (int i = 0; i < size(); i++) {
			double reduced = prices.reduced(i);
			boolean free = Math.abs(reduced) <= gap;
			narrow.variable(free || reduced < 0 ? low(i) : high(i), free || reduced > 0 ? high(i) : low(i));
		}
		narrow.rows.addAll(rows);
		narrow.objective = objective;
		narrow.hint = hint;
		return narrow;
	}

	/** Whether the assignment keeps every bound and row; exact. */
	boolean holds(long[] values) {
		for (int i = 0; i < values.length; i++) {
			if (values[i] < low(i) || values[i] > high(i)) {
				return false;
			}
		}
		return rows.stream().allMatch(row -> {
			long value = row.sum.of(values);
			return value >= row.low && value <= row.high;
		});
	}

	/** low ≤ sum ≤ high. */
	record Row(long low, Sum sum, long high) {
	}

	/** A sum of variables times whole numbers. */
	static final class Sum {

		private int[] variables = new int[8];

		private long[] factors = new long[8];

		private int size;

		Sum add(int variable, long factor) {
			if (size == variables.length) {
				variables = Arrays.copyOf(variables, 2 * size);
				factors = Arrays.copyOf(factors, 2 * size);
			}
			variables[size] = variable;
			factors[size++] = factor;
			return this;
		}

		Sum addAll(Sum other, long times) {
			for (int i = 0; i < other.size; i++) {
				add(other.variables[i], Math.multiplyExact(other.factors[i], times));
			}
			return this;
		}

		int size() {
			return size;
		}

		int variable(int i) {
			return variables[i];
		}

		long factor(int i) {
			return factors[i];
		}

		long of(long[] values) {
			long sum = 0;
			for (int i = 0; i < size; i++) {
				sum = Math.addExact(sum, Math.multiplyExact(factors[i], values[variables[i]]));
			}
			return sum;
		}
	}
}
