package org.cohort.review;

import java.util.Map;
import java.util.UUID;

import org.cohort.application.LetterDetails;
import org.cohort.directory.Directory;
import org.cohort.directory.Person;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Settings;
import org.springframework.stereotype.Component;

/** What coordinators read about an overdue review: whose it is and since when. */
@Component
class OverdueLetters implements LetterDetails {

	private final ReviewStore store;

	private final Programmes programmes;

	private final Directory directory;

	OverdueLetters(ReviewStore store, Programmes programmes, Directory directory) {
		this.store = store;
		this.programmes = programmes;
		this.directory = directory;
	}

	@Override
	public Map<String, Object> details(MailOrder order) {
		if (!order.template().equals("review-overdue")) {
			return Map.of();
		}
		Review review = store.byId(UUID.fromString(order.details().get("reviewId"))).orElseThrow();
		Settings settings = programmes.round(review.roundId()).settings();
		return Map.of("reviewer", directory.person(review.reviewer()).map(Person::name).orElse(review.reviewer()),
				"dueAt", review.dueAt().atZone(settings.timeZone()), "timeZone", settings.timeZone().getId());
	}
}
