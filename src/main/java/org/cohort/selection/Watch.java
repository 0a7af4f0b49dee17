package org.cohort.selection;

import java.util.concurrent.atomic.AtomicBoolean;

import org.cohort.selection.optimiser.Progress;
import org.jspecify.annotations.Nullable;

/** A computation that runs: how far it is, and whether somebody wants it to stop. Used by several threads. */
final class Watch {

	private final AtomicBoolean cancelled = new AtomicBoolean();

	private volatile @Nullable Progress latest;

	void saw(Progress progress) {
		latest = progress;
	}

	/** The last that was heard of it, {@code null} before anything was found. */
	@Nullable Progress latest() {
		return latest;
	}

	void cancel() {
		cancelled.set(true);
	}

	boolean cancelled() {
		return cancelled.get();
	}
}
