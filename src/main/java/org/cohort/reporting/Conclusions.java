package org.cohort.reporting;

import java.util.List;

/** What coordinators conclude from a round, and their advice for future mentors. Blank lines part paragraphs. */
public record Conclusions(String conclusions, String advice, boolean finished) {

	private static final int LONGEST = 20_000;

	static final Conclusions NONE = new Conclusions("", "", false);

	public Conclusions {
		if (conclusions.length() > LONGEST || advice.length() > LONGEST) {
			throw new IllegalArgumentException("Please keep each text under %d characters.".formatted(LONGEST));
		}
		if (finished && conclusions.isBlank()) {
			throw new IllegalArgumentException("Write your conclusions before you finish; a sentence is enough.");
		}
	}

	public List<String> conclusionParagraphs() {
		return paragraphs(conclusions);
	}

	public List<String> adviceParagraphs() {
		return paragraphs(advice);
	}

	static List<String> paragraphs(String text) {
		return text.isBlank() ? List.of() : List.of(text.strip().split("\\R\\s*\\R"));
	}
}
