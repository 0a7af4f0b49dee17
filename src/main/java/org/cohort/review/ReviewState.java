package org.cohort.review;

/** Where one review is. Everything but {@link #ASSIGNED} is final. */
public enum ReviewState {

	/** A reviewer has it and has not finished. */
	ASSIGNED,

	/** Scored with the whole rubric. */
	SCORED,

	/** The reviewer declared a conflict of interest. */
	CONFLICT,

	/** The reviewer could not judge this application. */
	ABSTAINED,

	/** A coordinator decided to go on without it. */
	SKIPPED,

	/** Taken back: given to somebody else, or the application was withdrawn. */
	RELEASED;

	/** What the process needs to know: {@code scored}, {@code conflict}, {@code abstained}, or {@code missing}. */
	public String result() {
		return switch (this) {
			case ASSIGNED -> "missing";
			case SCORED, SKIPPED -> "scored";
			case CONFLICT, RELEASED -> "conflict";
			case ABSTAINED -> "abstained";
		};
	}
}
