package org.cohort.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The languages of everything that applicants and participants read. What staff read is English. A locale may name a
 * region besides, which changes the form of dates and numbers but no word.
 */
public final class Languages {

	/** In the order in which they are offered; the first is read where nothing else is known. */
	public static final List<Locale> ALL =
			List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("es"), Locale.of("he"));

	private static final Set<String> RIGHT_TO_LEFT = Set.of("he");

	private Languages() {
	}

	/** One of our languages by its two letters; anything else is none. */
	public static Optional<Locale> of(@Nullable String letters) {
		return ALL.stream().filter(one -> one.getLanguage().equals(letters)).findFirst();
	}

	/** The first of somebody's preferences that is one of ours, with its region; English when none is. */
	public static Locale firstOf(List<Locale> preferences) {
		return preferences.stream()
			.filter(one -> of(one.getLanguage()).isPresent())
			.findFirst()
			.map(one -> Locale.of(one.getLanguage(), one.getCountry()))
			.orElse(Locale.ENGLISH);
	}

	/** What the language calls itself. */
	public static String name(Locale language) {
		String name = language.getDisplayLanguage(language);
		return name.substring(0, 1).toUpperCase(language) + name.substring(1);
	}

	public static boolean rightToLeft(Locale locale) {
		return RIGHT_TO_LEFT.contains(locale.getLanguage());
	}

	/** For the attribute {@code dir}. */
	public static String direction(Locale locale) {
		return rightToLeft(locale) ? "rtl" : "ltr";
	}


	/** Keeps a value of unknown direction from turning the words around it, where the sentence runs right to left. */
	public static String isolated(String value, Locale locale) {
		return rightToLeft(locale) && !value.isEmpty() ? "\u2068" + value + "\u2069" : value;
	}
}
