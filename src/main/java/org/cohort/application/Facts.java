package org.cohort.application;

/**
 * What eligibility is decided on, as the applicant answered. A question that the programme does not ask counts as
 * zero, or as accepted.
 *
 * @param years of programming
 * @param contributions to open source
 * @param hoursPerWeek that the applicant can give
 * @param conductAccepted whether the code of conduct was accepted
 * @param consentsGiven whether every other consent that the programme requires was given
 * @param participatedBefore whether this e-mail address took a place in an earlier round of the programme
 */
public record Facts(double years, int contributions, double hoursPerWeek, boolean conductAccepted,
		boolean consentsGiven, boolean participatedBefore) {

	public Facts {
		if (years < 0 || contributions < 0 || hoursPerWeek < 0) {
			throw new IllegalArgumentException("Years, contributions and hours are never less than nothing.");
		}
	}
}
