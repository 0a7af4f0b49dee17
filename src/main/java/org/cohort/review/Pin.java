package org.cohort.review;

import java.util.UUID;

/**
 * A coordinator's word on one reviewer and one application.
 *
 * @param wanted whether the reviewer is to get it; otherwise they must not
 */
record Pin(UUID applicationId, UUID roundId, String reviewer, boolean wanted) {
}
