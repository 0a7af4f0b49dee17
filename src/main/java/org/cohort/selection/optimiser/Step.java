package org.cohort.selection.optimiser;

/** The steps of a selection, in the order in which they decide. */
public enum Step {
	FEASIBILITY, DIVERSITY, OVERSHOOT, MERIT, TIES, FRONTIER, LOTTERY
}
