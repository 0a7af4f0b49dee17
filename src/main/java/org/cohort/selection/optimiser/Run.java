package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How long a computation may take and who watches it. It blocks its thread: never call it in a request.
 *
 * @param timeLimit of the whole; afterwards the best found is returned with its honest gap
 * @param threads of the solver
 * @param progress told of every step and every better bound, from any thread
 * @param cancelled asked several times a second; once true, {@link java.util.concurrent.CancellationException}
 */
public record Run(Duration timeLimit, int threads, Consumer<Progress> progress, BooleanSupplier cancelled) {

	public Run {
		Require.that(timeLimit.isPositive(), "The time limit must be positive.");
		Require.that(threads > 0, "A computation needs at least one thread.");
	}

	public static Run within(Duration timeLimit) {
		return new Run(timeLimit, 2, progress -> {
		}, () -> false);
	}
}
