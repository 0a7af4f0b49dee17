package org.cohort.application;

import java.util.List;

import org.cohort.programme.Settings;

/**
 * One answer as people read it.
 *
 * @param answers empty if the question was not answered
 * @param inDossier whether reviewers see it
 */
record AnswerLine(String section, String label, List<String> answers, boolean inDossier) {

	static List<AnswerLine> all(Settings settings, Answers answers) {
		return settings.questions().stream().map(question -> new AnswerLine(question.section(), question.label(),
				AnswerReading.readable(question, answers), question.inDossier())).toList();
	}
}
