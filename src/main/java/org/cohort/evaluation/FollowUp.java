package org.cohort.evaluation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A question months after the end: do you still contribute? Its number counts from 1. */
public record FollowUp(UUID participationId, int number, Instant askAt, Instant remindAt, Instant answerBy,
		State state, Optional<Answer> answer) {

	public FollowUp {
		if (number < 1) {
			throw new IllegalArgumentException("Follow-ups are counted from 1, not %d.".formatted(number));
		}
		if (!askAt.isBefore(remindAt) || !remindAt.isBefore(answerBy)) {
			throw new IllegalArgumentException("A follow-up is asked, then reminded of, then closed; not %s, %s, %s."
				.formatted(askAt, remindAt, answerBy));
		}
		if ((state == State.ANSWERED) != answer.isPresent()) {
			throw new IllegalArgumentException("A follow-up is answered exactly when it has an answer.");
		}
	}

	/** Correlates the engine's messages of this follow-up. */
	public String key() {
		return participationId + ":" + number;
	}

	/** How far a follow-up is; closed means that no answer came in time. */
	public enum State {

		PLANNED, ANSWERED, CLOSED
	}

	/** What a former participant says. {@code recommends}: 0 (never) to 10 (gladly). */
	public record Answer(Contributing contributing, String what, int recommends, String comment) {

		private static final int LONGEST = 4000;

		public Answer {
			if (recommends < 0 || recommends > 10) {
				throw new IllegalArgumentException("Choose a number from 0 to 10.");
			}
			if (what.length() > LONGEST || comment.length() > LONGEST) {
				throw new IllegalArgumentException("Please keep a text under %d characters.".formatted(LONGEST));
			}
		}
	}
}
