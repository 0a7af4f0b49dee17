package org.cohort.selection;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who must be in the next computed cohort, or must not be, and why: a row of {@code selection_restriction}.
 */
record Restriction(UUID id, UUID roundId, UUID applicationId, Kind kind, String reason, String actor, Instant madeAt) {

	enum Kind {
		PIN, EXCLUSION
	}
}
