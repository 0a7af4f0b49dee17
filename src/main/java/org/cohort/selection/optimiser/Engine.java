package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** A solver of integer programs. */
interface Engine {

	String name();

	/** Solves to proven optimality if the time allows. */
	Answer solve(IntegerProgram program, Effort effort);

	/**
	 * @param watcher told best and bound, in the program's units
	 * @param cancelled asked now and then; the answer is then whatever was found
	 * @param gap a solution is good enough when none is better by more than this share of it
	 */
	record Effort(Duration time, int threads, BooleanSupplier cancelled, BiConsumer<Double, Double> watcher, double gap) {

		Effort(Duration time, int threads, BooleanSupplier cancelled, BiConsumer<Double, Double> watcher) {
			this(time, threads, cancelled, watcher, 0);
		}

		static Effort of(Duration time, int threads) {
			return new Effort(time, threads, () -> false, (best, bound) -> {
			});
		}

		Effort within(Duration other, int otherThreads) {
			return new Effort(other, otherThreads, cancelled, watcher, gap);
		}

		Effort roughly(double share) {
			return new Effort(time, threads, cancelled, watcher, share);
		}
	}

	/**
	 * @param values {@code null} unless a solution was found
	 * @param bound no solution is larger; in the program's units
	 */
	record Answer(Status status, long @Nullable [] values, long objective, double bound) {

		boolean found() {
			return values != null;
		}

		long[] solution() {
			if (values == null) {
				throw new IllegalStateException("No solution: " + status);
			}
			return values;
		}
	}

	enum Status {
		/** Proven to be the best. */
		OPTIMAL,
		/** The time ran out after something was found. */
		FOUND,
		/** Proven that there is none. */
		IMPOSSIBLE,
		/** The time ran out before anything was found. */
		UNKNOWN
	}
}
