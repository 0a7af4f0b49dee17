package org.cohort.application;

import java.util.List;
import java.util.Locale;

import org.cohort.programme.QuestionSet;

/**
 * One answer as people read it.
 *
 * @param answers empty if the question was not answered
 * @param inDossier whether reviewers see it
 */
record AnswerLine(String section, String label, List<String> answers, boolean inDossier) {

	static List<AnswerLine> all(QuestionSet questions, Answers answers, Locale reader) {
		return questions.questions().stream().map(question -> new AnswerLine(question.section().in(reader),
				question.label().in(reader), AnswerReading.readable(question, answers, reader), question.inDossier()))
				.toList();
	}
}
