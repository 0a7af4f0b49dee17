package org.cohort.evaluation;

/** How often a former participant says they contribute, asked months later. */
public enum Contributing {

	EVERY_WEEK("every-week", "Every week"), EVERY_MONTH("every-month", "At least once a month"),
	NOW_AND_THEN("now-and-then", "Now and then"), NOT_AT_THE_MOMENT("not-at-the-moment", "Not at the moment");

	private final String word;

	private final String label;

	Contributing(String word, String label) {
		this.word = word;
		this.label = label;
	}

	public String word() {
		return word;
	}

	public String label() {
		return label;
	}

	public static Contributing of(String word) {
		for (var contributing : values()) {
			if (contributing.word.equals(word)) {
				return contributing;
			}
		}
		throw new IllegalArgumentException("Choose how often you contribute at the moment.");
	}
}
