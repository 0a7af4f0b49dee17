package org.cohort.mentorship;

/** How a week went, in five steps, as mentor or participant felt it. */
public enum HowItGoes {

	BADLY(1, "badly"), WITH_TROUBLE(2, "with trouble"), ALL_RIGHT(3, "all right"), WELL(4, "well"),
	VERY_WELL(5, "very well");

	private final int value;

	private final String words;

	HowItGoes(int value, String words) {
		this.value = value;
		this.words = words;
	}

	/** 1 (badly) to 5 (very well). */
	public int value() {
		return value;
	}

	public String words() {
		return words;
	}

	public static HowItGoes of(int value) {
		if (value < 1 || value > 5) {
			throw new IllegalArgumentException("Choose a number from 1 (badly) to 5 (very well).");
		}
		return values()[value - 1];
	}
}
