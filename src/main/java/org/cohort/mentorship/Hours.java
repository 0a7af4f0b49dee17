package org.cohort.mentorship;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Time that somebody worked, in whole minutes, never negative. What is entered for one week is bounded by
 * {@link #MOST_IN_A_WEEK}; sums are not.
 */
public record Hours(Duration worked) implements Comparable<Hours> {

	public static final Hours ZERO = new Hours(Duration.ZERO);

	/** More than this in one week is taken for a slip of the keyboard. */
	public static final Hours MOST_IN_A_WEEK = of(80);

	private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

	private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");

	private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)");

	public Hours {
		if (worked.isNegative()) {
			throw new IllegalArgumentException("Hours cannot be negative.");
		}
		if (!worked.equals(Duration.ofMinutes(worked.toMinutes()))) {
			throw new IllegalArgumentException("Hours are counted in whole minutes.");
		}
	}

	public static Hours of(long hours) {
		return new Hours(Duration.ofHours(hours));
	}

	public static Hours ofMinutes(long minutes) {
		return new Hours(Duration.ofMinutes(minutes));
	}

	/** Of a setting such as 2.5, to the minute. */
	public static Hours ofWorked(double hours) {
		return ofMinutes(Math.round(hours * 60));
	}

	/**
	 * Reads what a person wrote for one week: {@code 2}, {@code 2.5}, {@code 2,5} or {@code 2:30}.
	 * @throws IllegalArgumentException with a message for that person
	 */
	public static Hours inOneWeek(String written) {
		var text = written.strip();
		var hours = read(text);
		if (hours.compareTo(MOST_IN_A_WEEK) > 0) {
			throw new IllegalArgumentException("That is more than %s in one week. Please check the number."
				.formatted(MOST_IN_A_WEEK));
		}
		return hours;
	}

	private static Hours read(String text) {
		var clock = CLOCK.matcher(text);
		if (clock.matches()) {
			return ofMinutes(60L * Integer.parseInt(clock.group(1)) + Integer.parseInt(clock.group(2)));
		}
		if (DECIMAL.matcher(text).matches()) {
			var hours = new BigDecimal(text.replace(',', '.'));
			return ofMinutes(hours.multiply(MINUTES_PER_HOUR).setScale(0, RoundingMode.HALF_UP).longValueExact());
		}
		throw new IllegalArgumentException("Write the hours as a number, for example 2, 2.5 or 2:30.");
	}

	public long minutes() {
		return worked.toMinutes();
	}

	/** In hours, rounded to two decimals. */
	public BigDecimal decimal() {
		return BigDecimal.valueOf(minutes()).divide(MINUTES_PER_HOUR, 2, RoundingMode.HALF_UP).stripTrailingZeros();
	}

	public Hours plus(Hours other) {
		return new Hours(worked.plus(other.worked));
	}

	public Hours times(long factor) {
		return new Hours(worked.multipliedBy(factor));
	}

	/** What is left of these hours after others are taken; nothing when the others are more. */
	public Hours minus(Hours other) {
		return compareTo(other) <= 0 ? ZERO : new Hours(worked.minus(other.worked));
	}

	public boolean moreThan(Hours other) {
		return compareTo(other) > 0;
	}

	@Override
	public int compareTo(Hours other) {
		return worked.compareTo(other.worked);
	}

	/** For people: «2 h», «45 min», «2 h 30 min». */
	@Override
	public String toString() {
		var minutes = minutes();
		if (minutes % 60 == 0) {
			return minutes / 60 + " h";
		}
		return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
	}
}
