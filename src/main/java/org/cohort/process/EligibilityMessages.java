package org.cohort.process;

import java.util.Map;

import org.cohort.eligibility.Appeals;
import org.cohort.eligibility.Enquiries;
import org.springframework.stereotype.Component;

/** Tells the processes what coordinators asked and decided, and what applicants answered. */
@Component
class EligibilityMessages {

	private final Messages messages;

	EligibilityMessages(Messages messages) {
		this.messages = messages;
	}

	@EngineListener
	void on(Enquiries.Requested event) {
		messages.publish("more-requested", event.applicationId(), event.number(), Map.of());
	}

	@EngineListener
	void on(Enquiries.Answered event) {
		messages.publish("more-answered", event.key(), Map.of());
	}

	@EngineListener
	void on(Appeals.Made event) {
		messages.publish("appeal-submitted", event.applicationId(), Map.of());
	}

	@EngineListener
	void on(Appeals.Decided event) {
		messages.publish("appeal-decided", event.applicationId(), Map.of());
	}
}
