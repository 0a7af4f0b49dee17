package org.cohort.process;

import java.util.Map;

import org.cohort.selection.Selections;
import org.springframework.stereotype.Component;

/** Tells the processes what the committee decided. */
@Component
class SelectionMessages {

	private final Messages messages;

	SelectionMessages(Messages messages) {
		this.messages = messages;
	}

	@EngineListener
	void on(Selections.ProposalEnded event) {
		messages.publish("proposal-ended", event.proposalId(), Map.of());
	}

	@EngineListener
	void on(Selections.Approved event) {
		messages.publish("selection-approved", event.roundId(), Map.of());
	}

	@EngineListener
	void on(Selections.Decided event) {
		messages.publish("selection-decided", event.applicationId(), event.turn(),
				Map.of("decision", event.decision(), "turn", event.turn()));
	}

	/** The round waits for offers to close; a seat that came back without an offer being closed counts as well. */
	@EngineListener
	void on(Selections.SeatReturned event) {
		messages.publish("offer-closed", event.roundId(), event.applicationId(), Map.of());
	}
}
