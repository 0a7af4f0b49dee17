package org.cohort.review;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code review}.
 *
 * @param value 0 to 100 once scored
 * @param savedAt when the draft was last kept
 */
record Review(UUID id, UUID applicationId, UUID roundId, int slot, String reviewer, ReviewState state,
		Instant assignedAt, Instant remindAt, Instant dueAt, @Nullable Instant settledAt, Judgement judgement,
		@Nullable Double value, @Nullable Instant savedAt) {

	/**
	 * What a reviewer says of an application; incomplete while it is a draft.
	 *
	 * @param points by key of the criterion
	 * @param confidence 1 (unsure) to 3 (sure)
	 */
	record Judgement(Map<String, Integer> points, @Nullable Integer confidence, String toCommittee,
			String toApplicant) {

		static final int MOST_CHARACTERS = 4000;

		static final Judgement EMPTY = new Judgement(Map.of(), null, "", "");

		Judgement {
			points = Map.copyOf(points);
			if (confidence != null && (confidence < 1 || confidence > 3)) {
				throw new IllegalArgumentException("Confidence is 1, 2 or 3, not " + confidence);
			}
			if (toCommittee.length() > MOST_CHARACTERS || toApplicant.length() > MOST_CHARACTERS) {
				throw new IllegalArgumentException("A comment has at most " + MOST_CHARACTERS + " characters");
			}
		}
	}

	Assignment assignment() {
		return new Assignment(id, applicationId, slot, reviewer, remindAt, dueAt);
	}

	/** Whether it is open and its reviewer has kept nothing yet. */
	boolean untouched() {
		return open() && savedAt == null;
	}

	public boolean open() {
		return state == ReviewState.ASSIGNED;
	}
}
