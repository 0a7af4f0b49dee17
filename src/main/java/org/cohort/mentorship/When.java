package org.cohort.mentorship;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.cohort.language.Dates;
import org.cohort.programme.Settings;

/** Dates for people, in the programme's time zone and the reader's form; with the time of day where it matters. */
public record When(ZoneId zone, boolean shortWeeks, Dates dates) {

	/** For staff, who read English. */
	public static When of(Settings settings) {
		return of(settings, Locale.ENGLISH);
	}

	public static When of(Settings settings, Locale reader) {
		return new When(settings.timeZone(), settings.weekLength().compareTo(Duration.ofDays(2)) < 0,
				new Dates(reader));
	}

	/** «5 January 2027»; in programmes whose weeks are shorter than days, with the time. */
	public String date(Instant instant) {
		return shortWeeks ? dates.second(instant.atZone(zone)) : dates.date(instant.atZone(zone));
	}

	/** «5 Jan», for tables. */
	public String day(Instant instant) {
		return shortWeeks ? dates.second(instant.atZone(zone)) : dates.day(instant.atZone(zone));
	}

	/** «Monday 5 January 2027 at 17:00 (Central European Time)». */
	public String moment(Instant instant) {
		return dates.moment(instant.atZone(zone));
	}

	/** From the first day to the last day of a week, both included. */
	public String days(Instant start, Instant end) {
		return "%s – %s".formatted(date(start), date(shortWeeks ? end : end.minusSeconds(1)));
	}
}
