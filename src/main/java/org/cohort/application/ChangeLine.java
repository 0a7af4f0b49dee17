package org.cohort.application;

import java.time.Instant;
import java.util.List;

import org.cohort.programme.Settings;

/** One change of an application as people read it: who, when, and every answer before and after. */
record ChangeLine(int number, Instant at, String by, AnswerChanges.Occasion occasion, List<Answer> answers) {

	/** One answer that changed. */
	record Answer(String label, List<String> before, List<String> after) {
	}

	/** Whether the applicant made it. */
	public boolean own() {
		return by.equals(AnswerChanges.APPLICANT);
	}

	static List<ChangeLine> all(Settings settings, List<Change> changes) {
		return changes.stream().map(change -> new ChangeLine(change.number(), change.at(), change.by(),
				change.occasion(), change.questions().stream().map(key -> answer(settings, change, key)).toList()))
				.toList();
	}

	/** A question that the programme no longer asks is named by its key. */
	private static Answer answer(Settings settings, Change change, String key) {
		return settings.question(key)
				.map(question -> new Answer(question.label(), AnswerReading.readable(question, change.before()),
						AnswerReading.readable(question, change.after())))
				.orElseGet(() -> new Answer(key, change.before().all(key), change.after().all(key)));
	}
}
