package org.cohort.application;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One change of an application that was sent.
 *
 * @param number counted from 1 for each application
 * @param by the user name of a member of staff, or {@link AnswerChanges#APPLICANT}
 * @param before the answers as they were, of the questions that changed only
 * @param after the answers as they are since, of the same questions
 */
record Change(int number, Instant at, String by, AnswerChanges.Occasion occasion, Answers before, Answers after) {

	/** The questions that changed. */
	Set<String> questions() {
		Set<String> questions = new LinkedHashSet<>(before.values().keySet());
		questions.addAll(after.values().keySet());
		return questions;
	}
}
