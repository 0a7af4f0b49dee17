package org.cohort.eligibility.evidence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Commits of one person in one repository.
 *
 * @param weeks how many by the Monday of their week, as the author's own calendar had it
 * @param first when the earliest was written; nothing if there is none
 */
record Tally(SortedMap<LocalDate, Integer> weeks, @Nullable Instant first, @Nullable Instant last) {

	static final Tally NONE = new Tally(new TreeMap<>(), null, null);

	/** One commit, written at that moment by a clock in that zone. */
	static Tally of(Instant written, ZoneId zone) {
		LocalDate monday = written.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		return new Tally(new TreeMap<>(Map.of(monday, 1)), written, written);
	}

	Tally plus(Tally other) {
		SortedMap<LocalDate, Integer> both = new TreeMap<>(weeks);
		other.weeks.forEach((week, commits) -> both.merge(week, commits, Integer::sum));
		return new Tally(both, first == null || other.first != null && other.first.isBefore(first) ? other.first : first,
				last == null || other.last != null && other.last.isAfter(last) ? other.last : last);
	}

	int commits() {
		return weeks.values().stream().mapToInt(Integer::intValue).sum();
	}

	int activeWeeks() {
		return weeks.size();
	}
}
