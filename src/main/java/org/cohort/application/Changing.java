package org.cohort.application;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.cohort.programme.Question;
import org.cohort.programme.QuestionSet;
import org.cohort.programme.Round;
import org.springframework.stereotype.Component;

/**
 * What applicants may change of what they sent: everything until their deadline, but for answers on which the screening
 * has decided already, because they would pass it with other answers than those that count.
 */
@Component
class Changing {

	private static final Set<Stage> OPEN = EnumSet.of(Stage.UNCONFIRMED, Stage.SCREENING, Stage.BORDERLINE,
			Stage.UNDER_REVIEW, Stage.IN_POOL);

	private final ApplicationTable table;

	private final Deadlines deadlines;

	Changing(ApplicationTable table, Deadlines deadlines) {
		this.table = table;
		this.deadlines = deadlines;
	}

	/** The keys of the questions that can be answered anew at this moment, of those that were answered; none if nothing can. */
	Set<String> questions(Application application, Round round, QuestionSet answered) {
		if (!OPEN.contains(application.stage())
				|| !deadlines.open(round, table.contact(application.id()).email(), null)) {
			return Set.of();
		}
		return answered.questions().stream().filter(question -> !screened(application, question))
				.map(Question::key).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static boolean screened(Application application, Question question) {
		return question.fact() != null && application.stage() != Stage.UNCONFIRMED;
	}
}
