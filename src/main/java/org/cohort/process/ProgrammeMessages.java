package org.cohort.process;

import java.util.Map;

import org.cohort.programme.Programmes;
import org.springframework.stereotype.Component;

/** Tells the processes what happens to rounds. */
@Component
class ProgrammeMessages {

	private final Messages messages;

	private final Programmes programmes;

	ProgrammeMessages(Messages messages, Programmes programmes) {
		this.messages = messages;
		this.programmes = programmes;
	}

	@EngineListener
	void on(Programmes.RoundOpened event) {
		messages.publish("round-opened", event.roundId(), Map.of("roundId", event.roundId().toString(), "programmeId",
				programmes.round(event.roundId()).programmeId().toString()));
	}

	@EngineListener
	void on(Programmes.RoundDatesChanged event) {
		messages.publish("round-dates-changed", event.roundId(), event.closesAt(), Map.of());
	}

	@EngineListener
	void on(Programmes.RoundCloseRequested event) {
		messages.publish("close-round-now", event.roundId(), Map.of());
	}
}
