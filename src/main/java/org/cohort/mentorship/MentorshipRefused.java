package org.cohort.mentorship;

/** What somebody asked for is not possible now; the message says why, to that person. */
public class MentorshipRefused extends RuntimeException {

	public MentorshipRefused(String message) {
		super(message);
	}
}
