package org.cohort.exchange;

/** A file that is no table; the message is for the reader and says what to do. */
class SheetUnreadable extends RuntimeException {

	SheetUnreadable(String message) {
		super(message);
	}
}
