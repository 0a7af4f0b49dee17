package org.cohort.mentorship;

import java.util.List;
import java.util.Optional;

/** A week with what was written about it: the latest log and the latest check-in, each possibly missing. */
public record WeekRecord(Week week, Optional<Entry> log, Optional<Entry> checkIn) {

	/** The mentor's hours; nothing when no log was written. */
	public Hours mentorHours() {
		return log.map(entry -> entry.content().hours()).orElse(Hours.ZERO);
	}

	/** How many changes were merged in this week, each counted once. */
	public int changeCount() {
		return MergedChanges.of(List.of(this)).count();
	}
}
