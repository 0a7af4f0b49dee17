package org.cohort.review;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which a reviewer is away.
 *
 * @param first the first day
 * @param last the last day; the same as the first or later
 */
record Absence(UUID id, LocalDate first, LocalDate last) {

	Absence {
		if (last.isBefore(first)) {
			throw new IllegalArgumentException("The last day away comes before the first");
		}
	}

	public boolean on(LocalDate day) {
		return !day.isBefore(first) && !day.isAfter(last);
	}
}
