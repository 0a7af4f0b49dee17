package org.cohort.review;

import org.cohort.application.Applications;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Nobody goes on reviewing an application that was withdrawn. */
@Component
class WithdrawnReviews {

	private final Reviews reviews;

	WithdrawnReviews(Reviews reviews) {
		this.reviews = reviews;
	}

	@ApplicationModuleListener
	void on(Applications.Withdrawn event) {
		reviews.releaseAll(event.applicationId(), "applicant");
	}
}
