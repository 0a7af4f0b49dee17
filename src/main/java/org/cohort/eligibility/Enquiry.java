package org.cohort.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Questions of an application that a coordinator has opened again.
 *
 * @param number counts the enquiries of one application, from 1
 * @param questions their keys
 * @param note what the coordinator writes to the applicant; never logged or given to the engine
 * @param remindAt when the applicant is reminded; like {@code answerBy} known once the mail is about to go out
 * @param answerBy until when the questions can be answered
 */
public record Enquiry(UUID applicationId, int number, List<String> questions, String note, String askedBy,
		Instant askedAt, @Nullable Instant remindAt, @Nullable Instant answerBy, State state,
		@Nullable Instant endedAt) {

	/** How far it is. All but {@link #OPEN} is final. */
	public enum State {
		OPEN, ANSWERED, EXPIRED,
		/** The application was decided before the applicant was asked. */
		OVERTAKEN
	}

	/** Tells the enquiries of all applications apart. */
	public String key() {
		return applicationId + ":" + number;
	}

	@Override
	public String toString() {
		return "Enquiry[" + key() + ", " + state + "]";
	}
}
