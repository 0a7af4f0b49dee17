package org.cohort.application;

import java.util.List;
import java.util.Locale;

import org.cohort.programme.Question;
import org.cohort.programme.QuestionSet;
import org.jspecify.annotations.Nullable;

/**
 * One answer as people read it.
 *
 * @param answers empty if the question was not answered
 * @param inDossier whether reviewers see it
 * @param file the file that it is, if it is one
 */
record AnswerLine(String section, String label, List<String> answers, boolean inDossier, @Nullable FileAnswer file) {

	static List<AnswerLine> all(QuestionSet questions, Answers answers, Locale reader) {
		return questions.questions().stream().map(question -> of(question, answers, reader)).toList();
	}

	private static AnswerLine of(Question question, Answers answers, Locale reader) {
		FileAnswer file = question.type() == Question.Type.FILE
				? answers.one(question.key()).flatMap(FileAnswer::read).orElse(null) : null;
		return new AnswerLine(question.section().in(reader), question.label().in(reader),
				AnswerReading.readable(question, answers, reader), question.inDossier(), file);
	}
}
