package org.cohort.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Free hours = hours in all, minus those of each commitment by the share of the week on whose days it lies; never below
 * zero. Commitments that end if the person is accepted take nothing.
 */
public final class FreeHours {

	private FreeHours() {
	}

	/** Every week of the run, the first one first. */
	public static List<FreeWeek> of(Availability availability, Run run) {
		List<FreeWeek> weeks = new ArrayList<>();
		for (int number = 1; number <= run.weeks(); number++) {
			int week = number;
			double busy = availability.commitments().stream().filter(commitment -> !commitment.endsIfAccepted())
					.mapToDouble(commitment -> commitment.hoursPerWeek() * share(commitment, run, week)).sum();
			weeks.add(new FreeWeek(number, run.begins(number).atZone(run.zone()).toLocalDate(), rounded(busy),
					rounded(Math.max(0, availability.hoursPerWeek() - busy))));
		}
		return List.copyOf(weeks);
	}

	/** The free hours of the week that has fewest; on these the requirement is judged. */
	public static double least(Availability availability, Run run) {
		return of(availability, run).stream().mapToDouble(FreeWeek::free).min().orElse(0);
	}

	/** Which part of the week is taken, from 0 to 1. */
	private static double share(Commitment commitment, Run run, int week) {
		Instant begins = later(run.begins(week), commitment.from().atStartOfDay(run.zone()).toInstant());
		Instant ends = earlier(run.begins(week + 1), commitment.to().plusDays(1).atStartOfDay(run.zone()).toInstant());
		return begins.isBefore(ends)
				? (double) Duration.between(begins, ends).toMillis() / Math.max(1, run.weekLength().toMillis()) : 0;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	/** To a hundredth, so that an hour is not missed by a rounding error. */
	private static double rounded(double hours) {
		return Math.round(hours * 100) / 100.0;
	}
}
