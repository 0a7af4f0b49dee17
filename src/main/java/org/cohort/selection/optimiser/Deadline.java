package org.cohort.selection.optimiser;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** What is left of a computation's time. Measures durations only, so it needs no clock. */
final class Deadline {

	private final long start;

	private final Run run;

	private final Duration limit;

	Deadline(Run run) {
		this(run, System.nanoTime(), run.timeLimit());
	}

	private Deadline(Run run, long start, Duration limit) {
		this.run = run;
		this.start = start;
		this.limit = limit;
	}

	/** The same computation with only a part of the time that is left. */
	Deadline part(int shares) {
		return new Deadline(run, start, elapsed().plus(left().dividedBy(shares)));
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	Duration left() {
		Duration left = limit.minus(elapsed());
		return left.isNegative() ? Duration.ZERO : left;
	}

	int threads() {
		return run.threads();
	}

	boolean over() {
		return left().isZero();
	}

	void check() {
		if (run.cancelled().getAsBoolean() || Thread.currentThread().isInterrupted()) {
			throw new CancellationException("The computation was cancelled.");
		}
	}

	/** Solver effort within the given time, reporting in the step's unit. */
	Engine.Effort effort(Duration time, Step step, double unit) {
		Thread owner = Thread.currentThread();
		return new Engine.Effort(time, run.threads(),
				() -> run.cancelled().getAsBoolean() || owner.isInterrupted(),
				(best, bound) -> run.progress().accept(new Progress(step, best * unit, bound * unit, elapsed())));
	}

	/** Effort for one of many small solves: one thread, so that the same input takes the same path. */
	Engine.Effort small() {
		return new Engine.Effort(left(), 1, effort(left(), Step.LOTTERY, 1).cancelled(), (best, bound) -> {
		});
	}
}
