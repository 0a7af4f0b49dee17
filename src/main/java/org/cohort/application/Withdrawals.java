package org.cohort.application;

import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people withdraw, at any stage until they are participants; those leave on a page of their own. */
@Service
@Transactional
class Withdrawals {

	private final ApplicationTable table;

	private final StageChange stages;

	private final ApplicationEventPublisher events;

	Withdrawals(ApplicationTable table, StageChange stages, ApplicationEventPublisher events) {
		this.table = table;
		this.stages = stages;
		this.events = events;
	}

	static boolean possible(Stage stage) {
		return !stage.terminal() && stage != Stage.ACCEPTED;
	}

	/** Withdraws; returns whether the application is withdrawn now. Done again, nothing happens. */
	boolean withdraw(UUID applicationId) {
		Stage stage = table.lock(applicationId).stage();
		if (stage == Stage.WITHDRAWN) {
			return true;
		}
		if (!possible(stage)) {
			return false;
		}
		stages.advance(applicationId, Stage.WITHDRAWN);
		events.publishEvent(new Applications.Withdrawn(applicationId));
		return true;
	}
}
