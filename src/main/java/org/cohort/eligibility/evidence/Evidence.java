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
 * @param missed the last time that it could not be read since it was counted; null if it could
 */
record Evidence(UUID applicationId, String repository, Instant countedAt, int months, int addresses,
		@Nullable String failure, Tally tally, @Nullable Missed missed) {

	/** An attempt to count again that failed. */
	record Missed(Instant at, String why) {
	}

	/** What was found just now. */
	Evidence(UUID applicationId, String repository, Instant countedAt, int months, int addresses,
			@Nullable String failure, Tally tally) {
		this(applicationId, repository, countedAt, months, addresses, failure, tally, null);
	}
}
