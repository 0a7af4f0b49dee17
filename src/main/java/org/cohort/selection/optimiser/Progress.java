package org.cohort.selection.optimiser;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Where a computation stands; {@code best} and {@code bound} in the unit of the step, {@code null} while unknown. */
public record Progress(Step step, @Nullable Double best, @Nullable Double bound, Duration elapsed) {
}
