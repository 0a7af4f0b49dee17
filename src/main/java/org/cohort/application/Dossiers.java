package org.cohort.application;

import java.util.List;

import org.cohort.programme.Question;
import org.cohort.programme.Settings;

/** Makes the blind dossier: the one place that decides what a reviewer sees of an application. */
final class Dossiers {

	private Dossiers() {
	}

	static Dossier dossier(Application application, Settings settings, Answers answers) {
		List<Dossier.Entry> entries = settings.questions().stream().filter(Question::inDossier)
				.map(question -> new Dossier.Entry(question.key(), question.section(), question.label(),
						AnswerReading.readable(question, answers)))
				.toList();
		return new Dossier(application.id(), application.roundId(), application.code(), entries);
	}
}
