package org.cohort.offer;

import java.time.Instant;
import java.util.UUID;

/**
 * A seat offered to one applicant.
 *
 * @param remindAt when the applicant is reminded, before the deadline
 * @param expiresAt answers count until this moment
 */
public record Offer(UUID id, UUID applicationId, UUID roundId, Instant madeAt, Instant remindAt, Instant expiresAt,
		OfferState state) {

	public Offer {
		if (!expiresAt.isAfter(madeAt)) {
			throw new IllegalArgumentException("An offer made at " + madeAt + " cannot expire at " + expiresAt);
		}
	}
}
