package org.cohort.process;

import java.util.Map;

import org.cohort.mentorship.Participations;
import org.cohort.offer.Offer;
import org.cohort.offer.Offers;
import org.springframework.stereotype.Component;

/** The jobs of the process {@code offer}, and what follows an accepted one. */
@Component
class OfferWorkers {

	private final Offers offers;

	private final Participations participations;

	OfferWorkers(Offers offers, Participations participations) {
		this.offers = offers;
		this.participations = participations;
	}

	@Works("make-offer")
	Map<String, Object> makeOffer(Job job) {
		Offer offer = offers.make(job.uuid("applicationId"));
		return Map.of("offerExpiresAt", offer.expiresAt().toString(), "remindOfferAt", offer.remindAt().toString());
	}

	@Works("close-offer")
	Map<String, Object> closeOffer(Job job) {
		return Map.of("offerOutcome", offers.close(job.uuid("applicationId")).value());
	}

	@Works("start-participation")
	Map<String, Object> startParticipation(Job job) {
		return Map.of("participationId", participations.start(job.uuid("applicationId")).toString());
	}
}
