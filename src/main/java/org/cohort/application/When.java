package org.cohort.application;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in words, with the time zone, so that nobody misses a deadline by an hour. */
final class When {

	private When() {
	}

	static String text(Instant instant, ZoneId zone, Locale locale) {
		return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", locale).format(instant.atZone(zone)) + " ("
				+ zone + ")";
	}
}
