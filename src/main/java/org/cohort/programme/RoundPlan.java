package org.cohort.programme;

import java.time.Instant;

/**
 * What somebody decides when a round is opened. It opens, closes and starts in this order.
 *
 * @param seats how many people the round takes
 */
public record RoundPlan(String slug, String title, Instant opensAt, Instant closesAt, Instant runStartsAt, int seats) {

	public RoundPlan {
		Check.key(slug, "The round's short name");
		title = Check.text(title, "The round's title");
		if (!closesAt.isAfter(opensAt)) {
			throw new IllegalArgumentException("A round must close after it opens.");
		}
		if (runStartsAt.isBefore(closesAt)) {
			throw new IllegalArgumentException("The run can only start after the round has closed.");
		}
		Check.between(seats, 1, 1000, "The number of seats");
	}
}
