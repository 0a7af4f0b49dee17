package org.cohort.eligibility;

import java.util.Locale;

/** What a screening finds. */
public enum Outcome {

	ELIGIBLE,
	/** A coordinator decides. */
	BORDERLINE,
	NOT_ELIGIBLE;

	/** As processes and the decision table write it, such as {@code not-eligible}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The outcome with this code.
	 * @throws IllegalArgumentException if there is none
	 */
	public static Outcome of(String code) {
		for (Outcome outcome : values()) {
			if (outcome.code().equals(code)) {
				return outcome;
			}
		}
		throw new IllegalArgumentException("«" + code
				+ "» is no outcome of a screening; there are eligible, borderline and"
				+ " not-eligible.");
	}
}
