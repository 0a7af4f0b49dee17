package org.cohort.mentorship;

import java.util.Comparator;

/** Somebody who could be chosen as mentor, with the number of people they mentor at the moment. */
public record MentorOption(String username, String name, int mentoringNow) {

	static final Comparator<MentorOption> LEAST_BUSY_FIRST = Comparator.comparingInt(MentorOption::mentoringNow)
		.thenComparing(MentorOption::username);

	/** For the select field of the Tasklist form: the user name, never the person's name, goes into the engine. */
	public String label() {
		return switch (mentoringNow) {
			case 0 -> username + " (mentors nobody now)";
			case 1 -> username + " (mentors 1 person now)";
			default -> "%s (mentors %d people now)".formatted(username, mentoringNow);
		};
	}
}
