package org.cohort.application;

import java.util.List;
import java.util.Optional;

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
						file(question) ? answers.all(question.key()).stream().flatMap(value -> FileAnswer.read(value).stream())
								.map(FileAnswer::ending).toList() : AnswerReading.readable(question, answers),
						file(question) && answers.one(question.key()).isPresent()))
				.toList();
		return new Dossier(application.id(), application.roundId(), application.code(), entries);
	}

	/** The file that answers this question, if a reviewer may have it. */
	static Optional<FileAnswer> file(QuestionSet questions, Answers answers, String key) {
		return questions.question(key).filter(Question::inDossier).filter(Dossiers::file)
				.flatMap(question -> answers.one(key)).flatMap(FileAnswer::read);
	}

	private static boolean file(Question question) {
		return question.type() == Question.Type.FILE;
	}
}
