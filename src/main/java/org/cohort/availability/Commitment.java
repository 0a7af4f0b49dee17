package org.cohort.availability;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that takes time.
 *
 * @param from the first day
 * @param to the last day
 * @param hoursPerWeek in a whole week; above 0 and at most 168
 * @param endsIfAccepted whether the person gives it up when they get a place, so that it takes no time in the run
 */
public record Commitment(Kind kind, LocalDate from, LocalDate to, double hoursPerWeek, boolean endsIfAccepted) {

	/** What sort of commitment it is. */
	public enum Kind {
		JOB, STUDY, OTHER
	}

	public Commitment {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("A commitment ends on the day on which it begins, or later.");
		}
		if (!(hoursPerWeek > 0 && hoursPerWeek <= Availability.HOURS_OF_A_WEEK)) {
			throw new IllegalArgumentException("A commitment takes more than no hours and at most 168 a week.");
		}
	}

	String written() {
		return "%s %s %s %s %s".formatted(kind.name().toLowerCase(Locale.ROOT), from, to, hoursPerWeek,
				endsIfAccepted ? "ends" : "stays");
	}

	static Optional<Commitment> read(String written) {
		String[] parts = written.split(" ");
		try {
			return parts.length != 5 ? Optional.empty()
					: Optional.of(new Commitment(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), LocalDate.parse(parts[1]),
							LocalDate.parse(parts[2]), Double.parseDouble(parts[3]), parts[4].equals("ends")));
		}
		catch (DateTimeException | IllegalArgumentException other) {
			return Optional.empty();
		}
	}
}
