package org.cohort.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.cohort.application.Facts;

/** What the decision table {@code eligibility} is given: facts and requirements side by side, and nothing personal. */
final class DecisionInput {

	/** Each fact before its requirement. */
	static final List<String> ORDER = List.of("years", "requiredYears", "borderlineYears", "contributions",
			"requiredContributions", "hoursPerWeek", "requiredHours", "conductAccepted",
			"consentsGiven", "participatedBefore");

	private DecisionInput() {
	}

	static Map<String, Object> of(Facts facts, Requirements requirements) {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("years", facts.years());
		input.put("contributions", facts.contributions());
		input.put("hoursPerWeek", facts.hoursPerWeek());
		input.put("conductAccepted", facts.conductAccepted());
		input.put("consentsGiven", facts.consentsGiven());
		input.put("participatedBefore", facts.participatedBefore());
		input.put("requiredYears", requirements.years());
		input.put("borderlineYears", requirements.borderlineYears());
		input.put("requiredContributions", requirements.contributions());
		input.put("requiredHours", requirements.hoursPerWeek());
		return input;
	}
}
