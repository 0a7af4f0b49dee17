package org.cohort.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One member replaced by somebody else.
 *
 * @param number counts the changes of a proposal from 1
 * @param after the cohort with this change
 */
record Change(UUID id, UUID proposalId, int number, UUID removed, UUID added, String reason, String actor,
		Instant changedAt, Figures after) {

	/** The shortest reason that says something. */
	static final int SHORTEST_REASON = 10;

	static final int LONGEST_REASON = 1000;

	/** The members after all changes, in order. */
	static List<UUID> members(List<UUID> proposed, List<Change> changes) {
		List<UUID> members = new ArrayList<>(proposed);
		for (Change change : changes) {
			if (!members.contains(change.removed) || members.contains(change.added)) {
				throw new IllegalStateException("Change " + change.number + " does not fit the cohort before it");
			}
			members.set(members.indexOf(change.removed), change.added);
		}
		return List.copyOf(members);
	}
}
