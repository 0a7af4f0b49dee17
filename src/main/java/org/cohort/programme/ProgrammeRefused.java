package org.cohort.programme;

/** A file or form that cannot become a programme or a round; the message says what to correct. */
public class ProgrammeRefused extends RuntimeException {

	ProgrammeRefused(String message) {
		super(message);
	}

	ProgrammeRefused(String message, Throwable cause) {
		super(message, cause);
	}
}
