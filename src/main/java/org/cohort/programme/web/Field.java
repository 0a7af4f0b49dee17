package org.cohort.programme.web;

import java.util.List;

/**
 * One field of a form for settings.
 *
 * @param path where its value stands below the thing that is edited, as names in the file joined with dots
 * @param help what it means, for the administrator
 * @param required whether something has to be given; otherwise nothing means that the file does not say it
 * @param choices for {@link Kind#ONE_OF} and {@link Kind#SEVERAL_OF}: values as in files
 */
record Field(String path, String label, String help, Kind kind, boolean required, List<String> choices) {

	/** How a value is typed. */
	enum Kind {

		/** One line of text. */
		LINE,
		/** A whole number. */
		WHOLE,
		/** A number. */
		NUMBER,
		/** A length of time, such as «7 days». */
		LENGTH,
		/** Lengths of time between commas. */
		LENGTHS,
		/** A box to tick. */
		YES_NO,
		/** One of several values. */
		ONE_OF,
		/** Any of several values. */
		SEVERAL_OF,
		/** Words between commas or spaces. */
		WORDS,
		/** Something on each line. */
		LINES,
		/** A name, a colon and a whole number on each line. */
		NUMBERS,
		/** A name, a colon and a percentage on each line. */
		SHARES,
		/** A repository on each line: its name, then an address or folder. */
		REPOSITORIES,
		/** A part of the file as it stands there. */
		PART,
		/** A line in each language. */
		WORDING,
		/** A paragraph in each language. */
		PARAGRAPH,
		/** Things with a key and a wording, in their order. */
		OPTIONS,
		/** Wordings in their order. */
		POINTS
	}

	static Field of(String path, String label, Kind kind, String help) {
		return new Field(path, label, help, kind, false, List.of());
	}

	static Field needed(String path, String label, Kind kind, String help) {
		return new Field(path, label, help, kind, true, List.of());
	}

	static Field choice(String path, String label, Kind kind, boolean required, List<?> choices, String help) {
		return new Field(path, label, help, kind, required, choices.stream().map(Object::toString).toList());
	}

	/** The name under which a browser sends it. */
	String name() {
		return "f." + path;
	}

	String id() {
		return "f-" + path.replace('.', '-');
	}
}
