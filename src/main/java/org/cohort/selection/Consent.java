package org.cohort.selection;

import java.time.Instant;
import java.util.UUID;

/** One person's approval of a version of the shortlist, where the programme wants more than one. */
record Consent(UUID roundId, String version, String actor, String reason, Instant givenAt) {
}
