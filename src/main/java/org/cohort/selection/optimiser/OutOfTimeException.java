package org.cohort.selection.optimiser;

/** The time limit struck before any cohort was found; give it more. */
public class OutOfTimeException extends RuntimeException {

	public OutOfTimeException() {
		super("The time limit struck before any cohort was found. Give it more time.");
	}
}
