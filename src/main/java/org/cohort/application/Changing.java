package org.cohort.application;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.cohort.programme.Question;
import org.cohort.programme.QuestionSet;
import org.cohort.programme.Round;
import org.springframework.stereotype.Component;

/**
 * What applicants may change of what they sent: everything until their deadline, but for answers on which the screening
 * has decided already, because they would pass it with other answers than those that count, and for answers that
 * reviewers have begun to judge, because all reviewers of an application judge the same.
 */
@Component
class Changing {

	private static final Set<Stage> OPEN = EnumSet.of(Stage.UNCONFIRMED, Stage.SCREENING, Stage.BORDERLINE,
			Stage.UNDER_REVIEW, Stage.IN_POOL);

	private final ApplicationTable table;

	private final Deadlines deadlines;

	private final Standings standings;

	Changing(ApplicationTable table, Deadlines deadlines, Standings standings) {
		this.table = table;
		this.deadlines = deadlines;
		this.standings = standings;
	}

	/**
	 * The keys of the questions that can be answered anew at this moment, of those that were answered; none if nothing
	 * can.
	 */
	Set<String> questions(Application application, Round round, QuestionSet answered) {
		if (!OPEN.contains(application.stage())
				|| !deadlines.open(round, table.contact(application.id()).email(), null)) {
			return Set.of();
		}
		boolean judged = standings.reviewHasBegun(application.id());
		return answered.questions().stream().filter(question -> !screened(application, question))
				.filter(question -> !judged || !question.inDossier()).map(Question::key)
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** Why some of the answers are fixed, as keys of messages; the deadline is none of the reasons. */
	List<String> reasons(Application application, QuestionSet answered) {
		List<String> reasons = new ArrayList<>();
		if (answered.questions().stream().anyMatch(question -> screened(application, question))) {
			reasons.add("change.fixed");
		}
		if (answered.questions().stream().anyMatch(Question::inDossier) && standings.reviewHasBegun(application.id())) {
			reasons.add("change.fixed.review");
		}
		return reasons;
	}

	private static boolean screened(Application application, Question question) {
		return question.fact() != null && application.stage() != Stage.UNCONFIRMED;
	}
}
