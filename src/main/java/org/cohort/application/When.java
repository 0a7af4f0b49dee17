package org.cohort.application;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.cohort.language.Dates;

/** Dates in words, with the time zone, so that nobody misses a deadline by an hour. */
final class When {

	private When() {
	}

	static String text(Instant instant, ZoneId zone, Locale locale) {
		return new Dates(locale).moment(instant.atZone(zone));
	}
}
