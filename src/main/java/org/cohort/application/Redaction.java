package org.cohort.application;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A passage that reviewers do not see, everywhere in the application. Says nothing of the passage when printed.
 *
 * @param undoneAt when a coordinator let it be seen again, if one did
 */
record Redaction(UUID id, UUID applicationId, String passage, String madeBy, Instant madeAt, @Nullable String undoneBy,
		@Nullable Instant undoneAt) {

	public boolean holds() {
		return undoneAt == null;
	}

	@Override
	public String toString() {
		return "Redaction[" + id + "]";
	}
}
