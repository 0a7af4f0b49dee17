package org.cohort.selection.optimiser;

/** A cohort, or the reason why there is none. */
public sealed interface Outcome permits Solution, Infeasible {
}
