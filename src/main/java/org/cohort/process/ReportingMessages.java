package org.cohort.process;

import java.util.Map;

import org.cohort.reporting.Reports;
import org.springframework.stereotype.Component;

/** Tells the processes that a round's conclusions are written. */
@Component
class ReportingMessages {

	private final Messages messages;

	ReportingMessages(Messages messages) {
		this.messages = messages;
	}

	@EngineListener
	void on(Reports.ConclusionsWritten event) {
		messages.publish("conclusions-written", event.roundId(), Map.of());
	}
}
