package org.cohort.application;

import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people withdraw, at any stage until they are participants; those leave on a page of their own. */
@Service
@Transactional
class Withdrawals {

	private final ApplicationTable table;

	private final StageChange stages;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	Withdrawals(ApplicationTable table, StageChange stages, AuditTrail audit, ApplicationEventPublisher events) {
		this.table = table;
		this.stages = stages;
		this.audit = audit;
		this.events = events;
	}

	static boolean possible(Stage stage) {
		return !stage.terminal() && stage != Stage.ACCEPTED;
	}

	/** Withdraws as the applicant; returns whether the application is withdrawn now. Done again, nothing happens. */
	boolean withdraw(UUID applicationId) {
		return withdraw(applicationId, "applicant", "withdraw");
	}

	/** As {@link #withdraw(UUID)}, but somebody else presses the button. */
	boolean withdraw(UUID applicationId, String actor, String action) {
		Stage stage = table.lock(applicationId).stage();
		if (stage == Stage.WITHDRAWN) {
			return true;
		}
		if (!possible(stage)) {
			return false;
		}
		audit.record(actor, action, "application", applicationId, "");
		stages.advance(applicationId, Stage.WITHDRAWN);
		events.publishEvent(new Applications.Withdrawn(applicationId));
		return true;
	}
}
