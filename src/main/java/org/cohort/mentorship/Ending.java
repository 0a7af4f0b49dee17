package org.cohort.mentorship;

/** Why a participation ended early: a routing value; what people wrote about it stays in the database. */
public enum Ending {

	LEFT("left", "The participant left"), ENDED_BY_MENTOR("ended-by-mentor", "The mentor ended it"),
	ENDED_BY_COORDINATOR("ended-by-coordinator", "A coordinator ended it");

	private final String word;

	private final String words;

	Ending(String word, String words) {
		this.word = word;
		this.words = words;
	}

	public String word() {
		return word;
	}

	public String words() {
		return words;
	}

	public static Ending of(String word) {
		for (var ending : values()) {
			if (ending.word.equals(word)) {
				return ending;
			}
		}
		throw new IllegalArgumentException("Unknown ending «%s».".formatted(word));
	}
}
