package org.cohort.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Settings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proves that an e-mail address belongs to the person who applied with it. */
@Service
@Transactional
class Confirmations {

	private final ApplicationTable table;

	private final StageChange stages;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Confirmations(ApplicationTable table, StageChange stages, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.stages = stages;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** Sets the deadline, counted from the first time it is asked for, and returns it. */
	Instant deadline(UUID applicationId, Settings settings) {
		return table.confirmBy(applicationId,
				clock.instant().plus(settings.confirmWithin()).truncatedTo(ChronoUnit.MICROS));
	}

	/**
	 * The owner of the address has opened the link and pressed the button. Pressed again, nothing happens.
	 * @return whether the address is confirmed now; not if the application lapsed or was withdrawn before
	 */
	boolean confirm(UUID applicationId) {
		Application application = table.lock(applicationId);
		if (application.confirmedAt() != null) {
			return true;
		}
		if (application.stage() != Stage.UNCONFIRMED) {
			return false;
		}
		table.confirmed(applicationId, clock.instant());
		audit.record("applicant", "confirm-address", "application", applicationId, "");
		events.publishEvent(new Applications.EmailConfirmed(applicationId));
		return true;
	}

	/**
	 * The time to confirm is over. Who confirmed in the last moment, of which the engine may not have heard yet, goes
	 * on.
	 * @return whether the address is confirmed, so that the application has not lapsed
	 */
	boolean confirmedOrLapsed(UUID applicationId) {
		if (table.lock(applicationId).confirmedAt() != null) {
			return true;
		}
		stages.advance(applicationId, Stage.LAPSED);
		return false;
	}
}
