package org.cohort.offer;

import org.cohort.application.Applications;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who withdraws the application no longer has an offer. */
@Component
class WithdrawnOffers {

	private final Offers offers;

	WithdrawnOffers(Offers offers) {
		this.offers = offers;
	}

	@ApplicationModuleListener
	void on(Applications.Withdrawn event) {
		offers.withdraw(event.applicationId());
	}
}
