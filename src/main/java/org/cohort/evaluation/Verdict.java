package org.cohort.evaluation;

/** Whether a participation met one of the programme's success criteria. */
public enum Verdict {

	MET("met", "Met"), PARTLY("partly", "Partly met"), NOT_MET("not-met", "Not met"),
	CANNOT_SAY("cannot-say", "Cannot say");

	private final String word;

	private final String label;

	Verdict(String word, String label) {
		this.word = word;
		this.label = label;
	}

	public String word() {
		return word;
	}

	public String label() {
		return label;
	}

	public static Verdict of(String word) {
		for (var verdict : values()) {
			if (verdict.word.equals(word)) {
				return verdict;
			}
		}
		throw new IllegalArgumentException("Choose met, partly met, not met or cannot say.");
	}
}
