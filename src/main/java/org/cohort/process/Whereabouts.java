package org.cohort.process;

import java.util.ArrayList;
import java.util.List;

import org.cohort.application.Stage;
import org.cohort.process.Trail.Step;

/**
 * Where an application is in the diagrams, from what Cohort itself knows: the stage, whether the address is confirmed,
 * and how the reviews stand. The engine is never searched. A moment that workers pass through in no time is shown as
 * the wait that comes next.
 */
final class Whereabouts {

	private Whereabouts() {
	}

	/**
	 * How an application stands.
	 *
	 * @param asked whether the applicant was asked for more and has not answered yet
	 */
	record Standing(Stage stage, boolean confirmed, boolean asked, int reviewsOpen, boolean reviewOverdue) {
	}

	/** The element of each diagram that it is at; the diagram that contains the others first. */
	static List<Step> of(Standing standing) {
		List<Step> steps = new ArrayList<>();
		steps.add(new Step("application", inApplication(standing)));
		switch (standing.stage()) {
			case BORDERLINE -> steps.add(new Step("screening", standing.asked() ? "await-more" : "decide-borderline"));
			case MAY_APPEAL -> steps.add(new Step("appeal", "await-appeal"));
			case APPEALED -> steps.add(new Step("appeal", "decide-appeal"));
			case UNDER_REVIEW -> inReview(standing).forEach(element -> steps.add(new Step("review", element)));
			case OFFERED -> steps.add(new Step("offer", "await-answer"));
			default -> {
				// nothing inside
			}
		}
		return List.copyOf(steps);
	}

	private static String inApplication(Standing standing) {
		return switch (standing.stage()) {
			case UNCONFIRMED -> standing.confirmed() ? "screen-application" : "await-confirmation";
			case SCREENING, BORDERLINE -> "screen-application";
			case MAY_APPEAL, APPEALED -> "hear-appeal";
			case UNDER_REVIEW -> "review-application";
			case IN_POOL, WAITING_LIST -> "await-decision";
			case OFFERED -> "offer-seat";
			case ACCEPTED -> "participation-started";
			case NOT_ELIGIBLE -> "not-eligible";
			case NOT_SELECTED -> "not-selected";
			case DECLINED -> "offer-declined";
			case OFFER_EXPIRED -> "offer-expired";
			case LAPSED -> "lapsed";
			case WITHDRAWN -> "withdrawal-finished";
		};
	}

	private static List<String> inReview(Standing standing) {
		if (standing.reviewsOpen() == 0) {
			return List.of("obtain-review");
		}
		return standing.reviewOverdue() ? List.of("review-dossier", "decide-overdue-review") : List.of("review-dossier");
	}
}
