package org.cohort.mentorship;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.cohort.programme.Settings;

/** Dates for people, in the programme's time zone; with the time of day where it matters. */
public record When(ZoneId zone, boolean shortWeeks) {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.UK);

	public static When of(Settings settings) {
		return new When(settings.timeZone(), settings.weekLength().compareTo(Duration.ofDays(2)) < 0);
	}

	/** «5 January 2027»; in programmes whose weeks are shorter than days, with the time. */
	public String date(Instant instant) {
		return (shortWeeks ? TIME : DATE).format(instant.atZone(zone));
	}

	/** «5 Jan», for tables. */
	public String day(Instant instant) {
		return (shortWeeks ? TIME : DAY).format(instant.atZone(zone));
	}

	/** «Monday 5 January 2027, 17:00 (Europe/Brussels)». */
	public String moment(Instant instant) {
		return "%s (%s)".formatted(MOMENT.format(instant.atZone(zone)), zone.getId());
	}

	/** From the first day to the last day of a week, both included. */
	public String days(Instant start, Instant end) {
		return shortWeeks ? "%s to %s".formatted(date(start), date(end))
				: "%s to %s".formatted(date(start), date(end.minusSeconds(1)));
	}
}
