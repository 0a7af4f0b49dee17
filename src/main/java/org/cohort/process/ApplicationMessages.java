package org.cohort.process;

import java.util.Map;

import org.cohort.application.Applications;
import org.springframework.stereotype.Component;

/** Tells the processes what applicants did. */
@Component
class ApplicationMessages {

	private final Messages messages;

	private final Applications applications;

	ApplicationMessages(Messages messages, Applications applications) {
		this.messages = messages;
		this.applications = applications;
	}

	@EngineListener
	void on(Applications.Submitted event) {
		messages.publish("application-submitted", event.applicationId(),
				() -> Map.of("applicationId", event.applicationId().toString(), "roundId", event.roundId().toString(),
						"programmeId", event.programmeId().toString(), "code",
						applications.get(event.applicationId()).code()));
	}

	@EngineListener
	void on(Applications.EmailConfirmed event) {
		messages.publish("email-confirmed", event.applicationId(), Map.of());
	}

	@EngineListener
	void on(Applications.Withdrawn event) {
		messages.publish("application-withdrawn", event.applicationId(), Map.of());
	}

	@EngineListener
	void on(Applications.PoolSettled event) {
		messages.publish("pool-settled", event.roundId(), Map.of());
	}
}
