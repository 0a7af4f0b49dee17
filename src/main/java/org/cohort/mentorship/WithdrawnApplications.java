package org.cohort.mentorship;

import org.cohort.application.Applications;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Somebody who withdraws the application after accepting leaves the participation too. */
@Component
class WithdrawnApplications {

	private final Participations participations;

	WithdrawnApplications(Participations participations) {
		this.participations = participations;
	}

	@ApplicationModuleListener
	void on(Applications.Withdrawn event) {
		participations.ofApplication(event.applicationId())
			.ifPresent(participation -> participations.end(participation.id(), Ending.LEFT, "participant", ""));
	}
}
