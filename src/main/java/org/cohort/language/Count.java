package org.cohort.language;

/** A number with what it counts, in English, as staff, reports and the audit trail read it: «1 line», «3 lines». */
public final class Count {

	private Count() {
	}

	/** With a noun that only takes an s when there are several, or none. */
	public static String of(long number, String noun) {
		return of(number, noun, noun + "s");
	}

	/** With a noun whose plural is a word of its own: «1 person», «3 people». */
	public static String of(long number, String one, String several) {
		return number + " " + (number == 1 ? one : several);
	}
}
