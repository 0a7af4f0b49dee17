package org.cohort.process;

import java.util.Map;

import org.cohort.review.Reviews;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the process {@code review} what reviewers did. */
@Component
class ReviewMessages {

	private final Messages messages;

	ReviewMessages(Messages messages) {
		this.messages = messages;
	}

	@ApplicationModuleListener
	void on(Reviews.Submitted event) {
		messages.publish("review-submitted", event.reviewId(), Map.of());
	}
}
