package org.cohort.application;

import java.util.List;

import org.cohort.programme.Question;
import org.cohort.programme.QuestionSet;

/** Makes the blind dossier: the one place that decides what a reviewer sees of an application. */
final class Dossiers {

	private Dossiers() {
	}

	static Dossier dossier(Application application, QuestionSet questions, Answers answers) {
		List<Dossier.Entry> entries = questions.questions().stream().filter(Question::inDossier)
				.map(question -> new Dossier.Entry(question.key(), question.section().toString(),
						question.label().toString(),
						AnswerReading.readable(question, answers)))
				.toList();
		return new Dossier(application.id(), application.roundId(), application.code(), entries);
	}
}
