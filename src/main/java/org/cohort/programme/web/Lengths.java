package org.cohort.programme.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time in words, for pages. */
record Lengths() {

	private static final Pattern PART = Pattern.compile(
			"(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*(weeks?|w|days?|d|hours?|h|minutes?|min|m|seconds?|s)\\b[\\s,]*(?:and\\s+)?");

	/** Such as {@code 7 days} or {@code 1 hour 30 minutes}. */
	public String text(Duration length) {
		if (length.isZero()) {
			return "0 days";
		}
		List<String> parts = new ArrayList<>();
		add(parts, length.toDaysPart(), "day");
		add(parts, length.toHoursPart(), "hour");
		add(parts, length.toMinutesPart(), "minute");
		add(parts, length.toSecondsPart(), "second");
		return parts.isEmpty() ? "less than a second" : String.join(" ", parts);
	}

	/** What {@link #text} gives, and the notation of files such as {@code P7D}; nothing if it is neither. */
	Optional<Duration> read(String text) {
		String small = text.strip().toLowerCase(Locale.ROOT);
		if (small.startsWith("p")) {
			try {
				return Optional.of(Duration.parse(small));
			}
			catch (DateTimeParseException wrong) {
				return Optional.empty();
			}
		}
		Duration sum = Duration.ZERO;
		Matcher part = PART.matcher(small);
		int read = 0;
		while (read < small.length() && part.find(read) && part.start() == read) {
			BigDecimal number = new BigDecimal(part.group(1).replace(',', '.'));
			sum = sum.plusSeconds(number.multiply(BigDecimal.valueOf(seconds(part.group(2).charAt(0))))
					.setScale(0, RoundingMode.HALF_UP).longValueExact());
			read = part.end();
		}
		return read == small.length() && read > 0 ? Optional.of(sum) : Optional.empty();
	}

	private static long seconds(char unit) {
		return switch (unit) {
			case 'w' -> 604_800;
			case 'd' -> 86_400;
			case 'h' -> 3_600;
			case 'm' -> 60;
			default -> 1;
		};
	}

	private static void add(List<String> parts, long number, String unit) {
		if (number > 0) {
			parts.add(number + " " + unit + (number == 1 ? "" : "s"));
		}
	}
}
