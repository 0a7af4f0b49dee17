package org.cohort.process;

import java.util.Map;
import java.util.UUID;

import org.cohort.review.Reviews;
import org.springframework.stereotype.Component;

/** Tells the process {@code review} what reviewers did. */
@Component
class ReviewMessages {

	private final Messages messages;

	ReviewMessages(Messages messages) {
		this.messages = messages;
	}

	@EngineListener
	void on(Reviews.Submitted event) {
		messages.publish("review-submitted", event.reviewId(), Map.of());
	}

	@EngineListener
	void on(Reviews.SlotFilled event) {
		messages.publish("reviewer-found", slotKey(event.applicationId(), event.slot()), event.reviewId(), Map.of());
	}

	/** By which the process knows a slot that waits for a reviewer. */
	static String slotKey(UUID applicationId, int slot) {
		return applicationId + ":" + slot;
	}

	/** The task ends as if it were done; the process then asks what is recorded, and finds the slot another reviewer. */
	@EngineListener
	void on(Reviews.Released event) {
		messages.publish("review-submitted", event.reviewId(), Map.of());
	}
}
