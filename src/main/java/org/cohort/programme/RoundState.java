package org.cohort.programme;

/** Where a round stands. It only ever moves forward. */
public enum RoundState {

	/** Takes applications between its opening and its closing. */
	OPEN,
	/** Takes no more applications; reviews, selection and offers go on. */
	CLOSED,
	/** The participants are being mentored. */
	RUNNING,
	/** All is done, or there was nobody to choose from. */
	COMPLETED
}
