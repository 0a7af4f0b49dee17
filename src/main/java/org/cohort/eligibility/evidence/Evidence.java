package org.cohort.eligibility.evidence;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What was found of an applicant in one repository.
 *
 * @param months how far back it was looked
 * @param addresses by how many addresses it was looked for
 * @param failure why the repository could not be read; then nothing is known
 */
record Evidence(UUID applicationId, String repository, Instant countedAt, int months, int addresses,
		@Nullable String failure, Tally tally) {
}
