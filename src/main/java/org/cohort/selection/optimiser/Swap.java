package org.cohort.selection.optimiser;

import java.util.List;

/**
 * One person out, one in, and what that changes.
 *
 * @param out who leaves, empty when the seat was empty
 * @param objective change of the policy's objective (negative = less diverse)
 * @param overshoot change (positive = more beyond the targets)
 * @param merit change of the sum of merit, 0 when the pool has no merit
 * @param broken hard limits that would no longer hold, in words
 */
public record Swap(String out, String in, double objective, double overshoot, double merit, List<String> broken) {

	public Swap {
		broken = List.copyOf(broken);
	}
}
