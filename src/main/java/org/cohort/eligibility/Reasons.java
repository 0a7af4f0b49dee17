package org.cohort.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the codes of reasons into words. */
@Component
class Reasons {

	private static final String PREFIX = "eligibility.reason.";

	/** The requirement that each reason speaks of. */
	private static final Map<String, String> NUMBERS = Map.of("too-few-years", "requiredYears", "almost-enough-years",
			"requiredYears", "too-few-contributions", "requiredContributions", "too-few-hours", "requiredHours");

	private final MessageSource messages;

	Reasons(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * In the order of the codes; a code without words, from a table that somebody changed, is told in general words.
	 */
	List<String> words(Screening screening, Locale locale) {
		return screening.reasons().stream().map(code -> {
			Object number = screening.inputs().getOrDefault(NUMBERS.getOrDefault(code, ""), "");
			String general = messages.getMessage(PREFIX + "other", null, locale);
			return String.valueOf(messages.getMessage(PREFIX + code, new Object[] { number }, general, locale));
		}).toList();
	}
}
