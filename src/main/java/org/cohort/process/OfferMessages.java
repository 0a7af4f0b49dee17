package org.cohort.process;

import java.util.Map;

import org.cohort.offer.Offers;
import org.springframework.stereotype.Component;

/** Tells the processes {@code offer} and {@code round} about answers and seats. */
@Component
class OfferMessages {

	private final Messages messages;

	OfferMessages(Messages messages) {
		this.messages = messages;
	}

	@EngineListener
	void on(Offers.Answered event) {
		messages.publish("offer-answered", event.applicationId(), Map.of("accepted", event.accepted()));
	}

	@EngineListener
	void on(Offers.Closed event) {
		messages.publish("offer-closed", event.roundId(), event.applicationId(), Map.of());
	}
}
