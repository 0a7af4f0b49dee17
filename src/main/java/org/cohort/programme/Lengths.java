package org.cohort.programme;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time in words, for pages. */
record Lengths() {

	/** Such as {@code 7 days} or {@code 1 hour 30 minutes}. */
	public String text(Duration length) {
		List<String> parts = new ArrayList<>();
		add(parts, length.toDaysPart(), "day");
		add(parts, length.toHoursPart(), "hour");
		add(parts, length.toMinutesPart(), "minute");
		add(parts, length.toSecondsPart(), "second");
		return parts.isEmpty() ? "less than a second" : String.join(" ", parts);
	}

	private static void add(List<String> parts, long number, String unit) {
		if (number > 0) {
			parts.add(number + " " + unit + (number == 1 ? "" : "s"));
		}
	}
}
