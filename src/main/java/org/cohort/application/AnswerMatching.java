package org.cohort.application;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.cohort.programme.Question;

/**
 * Finds what an answer from elsewhere means: other form services hand out the words that people saw, not our keys.
 * What cannot be matched stays as it is, so that the check of the form says what is wrong with it.
 */
final class AnswerMatching {

	private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "on", "agreed", "i agree", "checked",
			"oui", "sí", "si", "כן");

	private static final Set<String> NO = Set.of("no", "n", "false", "0", "off", "non", "לא");

	private static final List<Locale> LANGUAGES = Stream.of("en", "fr", "es", "he").map(Locale::forLanguageTag).toList();

	private static final Map<String, String> COUNTRIES = countries();

	private AnswerMatching() {
	}

	/** The values that the text stands for; none for an empty one. */
	static List<String> match(Question question, String text) {
		String typed = text.strip();
		if (typed.isEmpty()) {
			return List.of();
		}
		return switch (question.type()) {
			case CHOICE -> List.of(option(question, typed).orElse(typed));
			case SEVERAL -> several(question, typed);
			case COUNTRY -> List.of(COUNTRIES.getOrDefault(folded(typed), typed.toUpperCase(Locale.ROOT)));
			case CONSENT -> consent(typed);
			default -> List.of(typed);
		};
	}

	/** Separated by semicolons or lines; by commas only if that explains all of it, because labels have commas too. */
	private static List<String> several(Question question, String typed) {
		Optional<String> whole = option(question, typed);
		if (whole.isPresent()) {
			return List.of(whole.get());
		}
		List<String> byComma = parts(typed, ",");
		if (byComma.stream().allMatch(part -> option(question, part).isPresent())) {
			return byComma.stream().map(part -> option(question, part).orElseThrow()).toList();
		}
		return parts(typed, "[;\\n]").stream().map(part -> option(question, part).orElse(part)).toList();
	}

	private static List<String> parts(String typed, String separator) {
		return Arrays.stream(typed.split(separator)).map(String::strip).filter(part -> !part.isEmpty()).toList();
	}

	private static List<String> consent(String typed) {
		if (NO.contains(folded(typed))) {
			return List.of();
		}
		return List.of(YES.contains(folded(typed)) ? "yes" : typed);
	}

	private static Optional<String> option(Question question, String typed) {
		return question.options().stream()
				.filter(option -> option.key().equalsIgnoreCase(typed) || option.label().texts().values().stream()
						.anyMatch(label -> folded(label).equals(folded(typed))))
				.map(Question.Option::key).findFirst();
	}

	private static Map<String, String> countries() {
		Map<String, String> countries = new HashMap<>();
		for (String code : Locale.getISOCountries()) {
			LANGUAGES.forEach(language -> countries.putIfAbsent(
					folded(Locale.of("", code).getDisplayCountry(language)), code));
		}
		return Map.copyOf(countries);
	}

	private static String folded(String text) {
		return text.strip().toLowerCase(Locale.ROOT);
	}
}
