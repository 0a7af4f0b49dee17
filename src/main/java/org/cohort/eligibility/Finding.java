package org.cohort.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * One rule of the decision table that fired.
 *
 * @param outcome what the rule says
 * @param reason code of the reason, such as {@code too-few-years}; its words are in the messages
 * @param rule id of the rule in the table, which gives it as an output; nothing in records from before it did
 */
public record Finding(Outcome outcome, String reason, @Nullable String rule) {

	public Finding(Outcome outcome, String reason) {
		this(outcome, reason, null);
	}

	public Finding {
		if (outcome == null || reason == null || !reason.matches("[a-z][a-z0-9-]{0,59}")) {
			throw new IllegalArgumentException(
					"A finding needs an outcome and the code of a reason, such as too-few-years.");
		}
	}
}
