package org.cohort.eligibility.evidence;

/** A repository that could not be read; the message says why, in words for coordinators. */
class Unreachable extends Exception {

	Unreachable(String why) {
		super(why);
	}

	Unreachable(String why, Throwable cause) {
		super(why, cause);
	}
}
