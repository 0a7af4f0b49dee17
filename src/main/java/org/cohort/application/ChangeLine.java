package org.cohort.application;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.cohort.programme.QuestionSet;

/** One change of an application as people read it: who, when, and every answer before and after. */
record ChangeLine(int number, Instant at, String by, AnswerChanges.Occasion occasion, List<Answer> answers) {

	/** One answer that changed. */
	record Answer(String label, List<String> before, List<String> after) {
	}

	/** Whether the applicant made it. */
	public boolean own() {
		return by.equals(AnswerChanges.APPLICANT);
	}

	static List<ChangeLine> all(QuestionSet questions, List<Change> changes, Locale reader) {
		return changes.stream().map(change -> new ChangeLine(change.number(), change.at(), change.by(),
				change.occasion(), change.questions().stream().map(key -> answer(questions, change, key, reader)).toList()))
				.toList();
	}

	/** A question that the programme no longer asks is named by its key. */
	private static Answer answer(QuestionSet questions, Change change, String key, Locale reader) {
		return questions.question(key)
				.map(question -> new Answer(question.label().in(reader),
						AnswerReading.readable(question, change.before(), reader),
						AnswerReading.readable(question, change.after(), reader)))
				.orElseGet(() -> new Answer(key, change.before().all(key), change.after().all(key)));
	}
}
