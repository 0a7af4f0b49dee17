package org.cohort.programme;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A text of a programme in one or more languages. In files it is one plain string, which is in the programme's main
 * language, or a map from languages to strings. {@link #toString} gives the main language, which is what staff read.
 *
 * @param texts by language, as two-letter codes in small letters; never empty and none blank
 * @param main the language of a reader whose own is not there; empty until the programme's settings say which it is
 */
public record Wording(Map<String, String> texts, String main) {

	/** Most characters in one language. */
	public static final int LONGEST = 5000;

	private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

	private static final String UNSAID = "";

	public Wording {
		TreeMap<String, String> given = new TreeMap<>();
		texts.forEach((language, text) -> {
			if (!language.equals(UNSAID)) {
				language(language);
			}
			if (text != null && !text.isBlank()) {
				given.put(language, text.strip());
			}
		});
		if (given.isEmpty()) {
			throw new IllegalArgumentException("A text is missing.");
		}
		given.forEach((language, text) -> Check.between(text.length(), 1, LONGEST,
				"The number of characters of «" + text.substring(0, Math.min(30, text.length())) + "…»"));
		texts = Collections.unmodifiableMap(given);
	}

	/** A text in the main language only. */
	public static Wording of(String text) {
		return new Wording(Map.of(UNSAID, text), UNSAID);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Wording read(Object given) {
		if (given instanceof Map<?, ?> byLanguage) {
			TreeMap<String, String> texts = new TreeMap<>();
			byLanguage.forEach((language, text) -> {
				if (text instanceof Map || text instanceof Iterable) {
					throw new IllegalArgumentException("The text in «" + language + "» must be one string.");
				}
				texts.put(language(String.valueOf(language)), text == null ? "" : text.toString());
			});
			return new Wording(texts, UNSAID);
		}
		if (given instanceof Iterable) {
			throw new IllegalArgumentException("A text is one string, or one string for each language.");
		}
		return of(given.toString());
	}

	@JsonValue
	Object written() {
		return texts.size() == 1 && texts.containsKey(main) ? texts.get(main) : texts;
	}

	/** The text in the reader's language; if there is none, in the programme's main language; if not that, in any. */
	public String in(Locale reader) {
		// Java once wrote «iw» for Hebrew; a Locale says «he» today, whatever it was made from.
		String own = texts.get(reader.getLanguage());
		if (own != null) {
			return own;
		}
		String inMain = texts.get(main);
		return inMain != null ? inMain : texts.values().iterator().next();
	}

	/** The text in exactly this language, or nothing. */
	public @Nullable String exactly(String language) {
		return texts.get(language);
	}

	/** This text in a programme with this main language: a plain string is then known to be in it. */
	Wording spoken(String mainLanguage) {
		if (main.equals(mainLanguage)) {
			return this;
		}
		TreeMap<String, String> known = new TreeMap<>(texts);
		String plain = known.remove(UNSAID);
		if (plain != null) {
			known.put(mainLanguage, plain);
		}
		return new Wording(known, mainLanguage);
	}

	static @Nullable Wording spoken(@Nullable Wording wording, String mainLanguage) {
		return wording == null ? null : wording.spoken(mainLanguage);
	}

	/** A language as settings name it. */
	static String language(@Nullable String code) {
		if (code == null || !LANGUAGES.contains(code)) {
			throw new IllegalArgumentException("«" + code + "» is no language. Give its two letters, such as en, fr, es"
					+ " or he.");
		}
		return code;
	}

	@Override
	public String toString() {
		return in(Locale.forLanguageTag(main.equals(UNSAID) ? "en" : main));
	}
}
