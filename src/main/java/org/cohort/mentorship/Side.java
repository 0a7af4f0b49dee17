package org.cohort.mentorship;

/** The two people of a participation: who confirmed, wrote or evaluated. */
public enum Side {

	MENTOR("mentor"), PARTICIPANT("participant");

	private final String word;

	Side(String word) {
		this.word = word;
	}

	/** The word stored in tables and sent with events. */
	public String word() {
		return word;
	}

	public static Side of(String word) {
		for (var side : values()) {
			if (side.word.equals(word)) {
				return side;
			}
		}
		throw new IllegalArgumentException("«%s» is neither mentor nor participant.".formatted(word));
	}
}
