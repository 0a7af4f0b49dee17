package org.cohort.mentorship;

import java.time.Instant;
import java.util.UUID;

/**
 * One week of a participation. Its number counts from 1; a log or check-in may be written from its start until it
 * is closed, which happens some time (the programme's grace) after its end.
 */
public record Week(UUID participationId, int number, Instant startsAt, Instant endsAt, Instant remindAt,
		Instant closesAt, State state) {

	public Week {
		if (number < 1) {
			throw new IllegalArgumentException("Weeks are counted from 1, not %d.".formatted(number));
		}
		if (!startsAt.isBefore(endsAt) || closesAt.isBefore(endsAt) || remindAt.isAfter(closesAt)) {
			throw new IllegalArgumentException("Week %d must start, end, remind and close in this order: %s, %s, %s, %s."
				.formatted(number, startsAt, endsAt, remindAt, closesAt));
		}
	}

	/** Correlates the engine's messages of this week. */
	public String key() {
		return participationId + ":" + number;
	}

	/** How far a week is. */
	public enum State {

		PLANNED, OPEN, CLOSED
	}
}
