package org.cohort.selection.optimiser;

/**
 * A hard limit on how many of the chosen have a feature.
 *
 * @param name in words, for the report
 * @param feature index of the feature that is counted
 */
record Limit(String name, int feature, int min, int max) {

	static final int NO_MAX = Integer.MAX_VALUE;

	boolean keeps(int count) {
		return count >= min && count <= max;
	}

	String describe() {
		if (min > 0 && max != NO_MAX) {
			return name + ": at least " + min + " and at most " + max;
		}
		return name + (min > 0 ? ": at least " + min : ": at most " + max);
	}
}
