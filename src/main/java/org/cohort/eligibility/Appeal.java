package org.cohort.eligibility;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The one appeal against not being eligible that an applicant has, made or not.
 *
 * @param appealBy appeals count until this moment
 * @param words why the applicant sees it otherwise; never logged or given to the engine
 * @param overAt when the time was found to be over without an appeal
 * @param reason of the decision, as the applicant reads it
 */
public record Appeal(UUID applicationId, Instant openedAt, Instant appealBy, @Nullable String words,
		@Nullable Instant appealedAt, @Nullable Instant overAt, @Nullable Boolean granted, @Nullable String reason,
		@Nullable String decidedBy, @Nullable Instant decidedAt) {

	/** Whether the applicant has appealed. */
	public boolean made() {
		return appealedAt != null;
	}

	/** As the process spells it: {@code granted}, {@code refused} or, so far, {@code undecided}. */
	public String result() {
		return granted == null ? "undecided" : granted ? "granted" : "refused";
	}

	@Override
	public String toString() {
		return "Appeal[" + applicationId + ", " + result() + "]";
	}
}
