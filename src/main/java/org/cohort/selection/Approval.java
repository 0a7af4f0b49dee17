package org.cohort.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The committee's decision for a round: a row of the table {@code selection_approval}.
 *
 * @param reason why the proposal was changed; empty when it was not
 */
record Approval(UUID roundId, UUID proposalId, List<UUID> members, String reason, String approvedBy, Instant approvedAt,
		@Nullable Instant announcedAt, @Nullable Instant waitingListClosedAt) {

	Approval {
		members = List.copyOf(members);
	}
}
