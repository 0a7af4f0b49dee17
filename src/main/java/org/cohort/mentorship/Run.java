package org.cohort.mentorship;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The run of a round: a row of equal weeks from its start. Participations keep to these weeks. */
public record Run(UUID roundId, Instant startsAt, Duration weekLength, int weeks, boolean completed) {

	/** When the run's week of this number starts; week 1 starts with the run. */
	public Instant startOf(int week) {
		return startsAt.plus(weekLength.multipliedBy(week - 1L));
	}

	/**
	 * The week of the run in which somebody who is ready at this moment begins: the first for all who are ready
	 * before it; later ones join the current week in its first half and the next one in its second half.
	 */
	public int firstWeekFor(Instant ready) {
		if (!ready.isAfter(startsAt)) {
			return 1;
		}
		var late = Duration.between(startsAt, ready);
		var whole = (int) late.dividedBy(weekLength);
		var rest = late.minus(weekLength.multipliedBy(whole));
		return rest.multipliedBy(2).compareTo(weekLength) < 0 ? whole + 1 : whole + 2;
	}
}
