package org.cohort.availability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of a week somebody can work and learn in all, and what takes of it already.
 *
 * @param hoursPerWeek for job, study and programme together; above 0 and at most {@link #MOST_HOURS}
 */
public record Availability(double hoursPerWeek, List<Commitment> commitments) {

	/** Hours of a week. */
	public static final int HOURS_OF_A_WEEK = 168;

	/**
	 * What is left of a week after 8 hours of sleep a day, the middle of the 7 to 9 hours that the National Sleep
	 * Foundation recommends to adults (Hirshkowitz and others, Sleep Health 1, 2015), and 4 hours a day to eat, wash, keep
	 * house and get from place to place. Nobody is counted with more, whatever they say.
	 */
	public static final int MOST_HOURS = HOURS_OF_A_WEEK - 7 * 8 - 7 * 4;

	/** Most commitments of one person. */
	public static final int MOST_COMMITMENTS = 20;

	private static final String HOURS = "hours ";

	public Availability {
		if (!(hoursPerWeek > 0 && hoursPerWeek <= MOST_HOURS)) {
			throw new IllegalArgumentException("Somebody works and learns more than no hours and at most 84 a week.");
		}
		if (commitments.size() > MOST_COMMITMENTS) {
			throw new IllegalArgumentException("These are more than 20 commitments.");
		}
		commitments = List.copyOf(commitments);
	}

	/** As answers keep it: the hours, then a line for each commitment. */
	public List<String> written() {
		List<String> lines = new ArrayList<>(List.of(HOURS + hoursPerWeek));
		commitments.forEach(commitment -> lines.add(commitment.written()));
		return lines;
	}

	/** Reads what was written; nothing if it is something else. */
	public static Optional<Availability> read(List<String> lines) {
		if (lines.isEmpty() || !lines.getFirst().startsWith(HOURS)) {
			return Optional.empty();
		}
		List<Commitment> commitments = lines.stream().skip(1).flatMap(line -> Commitment.read(line).stream()).toList();
		try {
			return commitments.size() < lines.size() - 1 ? Optional.empty() : Optional.of(
					new Availability(Double.parseDouble(lines.getFirst().substring(HOURS.length())), commitments));
		}
		catch (IllegalArgumentException other) {
			return Optional.empty();
		}
	}
}
