package org.cohort.language;

import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Dates and numbers in the form that a reader is used to. English without a region is written as in Britain: day before
 * month, and hours up to 24.
 */
public record Dates(Locale locale) {

	public Dates {
		if (locale.getLanguage().equals("en") && locale.getCountry().isEmpty()) {
			locale = Locale.UK;
		}
	}

	/** Weekday, date and time of day, with the time zone, so that nobody misses a deadline by an hour. */
	public String moment(ZonedDateTime at) {
		return "%s (%s)".formatted(momentHere(at), zone(at.getZone()));
	}

	/** Weekday, date and time of day, where the time zone is said beside it. */
	public String momentHere(ZonedDateTime at) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(locale).format(at);
	}

	/** Day, month and year, the month in words. */
	public String date(ZonedDateTime at) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(at);
	}

	/** Day and month without the year, for tables. */
	public String day(ZonedDateTime at) {
		return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(at);
	}

	/** The time of day, in hours and minutes. */
	public String time(ZonedDateTime at) {
		return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(at);
	}

	/** The time of day to the second, with day and month, for weeks that are shorter than days. */
	public String second(ZonedDateTime at) {
		return "%s, %s".formatted(day(at),
				DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale).format(at));
	}

	/** The time zone by its name, such as «Central European Time». */
	public String zone(ZoneId zone) {
		return zone.getDisplayName(TextStyle.FULL, locale);
	}

	/** With at most two decimals. */
	public String number(double number) {
		NumberFormat format = NumberFormat.getInstance(locale);
		format.setMaximumFractionDigits(2);
		return format.format(number);
	}
}
