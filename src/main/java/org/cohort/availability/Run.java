package org.cohort.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The weeks in which time is needed.
 *
 * @param weekLength seven days, or less where a run is only shown
 * @param zone in which the days of commitments begin and end
 */
public record Run(Instant startsAt, Duration weekLength, int weeks, ZoneId zone) {

	public Run {
		if (weekLength.isNegative() || weekLength.isZero() || weeks < 1) {
			throw new IllegalArgumentException("A run has at least one week, and a week takes time.");
		}
	}

	Instant begins(int week) {
		return startsAt.plus(weekLength.multipliedBy(week - 1L));
	}
}
