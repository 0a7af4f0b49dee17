package org.cohort.review;

import java.util.Locale;

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

	/**
	 * As the process's variable {@code reviewResult} spells it: {@code missing}, {@code scored}, {@code conflict}, …
	 */
	public String result() {
		return this == ASSIGNED ? "missing" : name().toLowerCase(Locale.ROOT);
	}
}
