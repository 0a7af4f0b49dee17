package org.cohort.review;

import java.time.Instant;
import java.util.UUID;

/**
 * One review in one person's hands.
 *
 * @param reviewer user name at Keycloak
 * @param remindAt when the reviewer is reminded
 * @param dueAt after this a coordinator decides what happens
 */
public record Assignment(UUID reviewId, UUID applicationId, int slot, String reviewer, Instant remindAt,
		Instant dueAt) {

	public Assignment {
		if (slot < 1) {
			throw new IllegalArgumentException("Slots count from 1, not " + slot);
		}
		if (remindAt.isAfter(dueAt)) {
			throw new IllegalArgumentException("A reminder at " + remindAt + " comes after the deadline " + dueAt);
		}
	}

	/** Path of the blind dossier and rubric page, below the public address. */
	public String path() {
		return "/staff/reviews/" + reviewId;
	}
}
