package org.cohort.eligibility;

import java.util.Comparator;
import java.util.List;

/**
 * Makes one outcome of all that the decision table found: the worst counts. Nothing found means that nothing stands
 * against the applicant. The reasons are those of that outcome, in the order found.
 */
final class OutcomePolicy {

	private OutcomePolicy() {
	}

	static Outcome outcome(List<Finding> findings) {
		return findings.stream().map(Finding::outcome).max(Comparator.naturalOrder()).orElse(Outcome.ELIGIBLE);
	}

	static List<String> reasons(List<Finding> findings) {
		Outcome outcome = outcome(findings);
		if (outcome == Outcome.ELIGIBLE) {
			return List.of();
		}
		return findings.stream().filter(finding -> finding.outcome() == outcome).map(Finding::reason).distinct()
				.toList();
	}
}
