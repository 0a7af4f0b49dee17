package org.cohort.eligibility;

/**
 * One rule of the decision table that fired.
 *
 * @param outcome what the rule says
 * @param reason code of the reason, such as {@code too-few-years}; its words are in the messages
 */
public record Finding(Outcome outcome, String reason) {

	public Finding {
		if (outcome == null || reason == null || !reason.matches("[a-z][a-z0-9-]{0,59}")) {
			throw new IllegalArgumentException(
					"A finding needs an outcome and the code of a reason, such as too-few-years.");
		}
	}
}
