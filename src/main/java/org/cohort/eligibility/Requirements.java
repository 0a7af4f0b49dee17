package org.cohort.eligibility;

import org.cohort.programme.Settings;

/**
 * The minimum that a programme asks for.
 *
 * @param years of programming that make somebody eligible
 * @param borderlineYears years from which on a coordinator decides; at most {@code years}
 * @param contributions to open source
 * @param hoursPerWeek that an applicant must be able to give
 */
public record Requirements(double years, double borderlineYears, int contributions, double hoursPerWeek) {

	public Requirements {
		if (years < 0 || borderlineYears < 0 || borderlineYears > years || contributions < 0 || hoursPerWeek < 0) {
			throw new IllegalArgumentException(
					"Requirements are never less than nothing, and the borderline is never above them.");
		}
	}

	/** The requirements of a programme. */
	public static Requirements of(Settings settings) {
		return new Requirements(settings.requiredYears(), settings.borderlineYears(), settings.requiredContributions(),
				settings.requiredHoursPerWeek());
	}
}
