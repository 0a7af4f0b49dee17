package org.cohort.application;

import java.time.Clock;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** Moves applications from stage to stage; must run inside a transaction. */
@Component
class StageChange {

	private final ApplicationTable table;

	private final Pool pool;

	private final AuditTrail audit;

	private final Clock clock;

	StageChange(ApplicationTable table, Pool pool, AuditTrail audit, Clock clock) {
		this.table = table;
		this.pool = pool;
		this.audit = audit;
		this.clock = clock;
	}

	boolean advance(UUID applicationId, Stage stage) {
		Application application = table.lock(applicationId);
		if (application.stage() == stage) {
			return true;
		}
		if (application.stage().terminal()) {
			return false;
		}
		table.stage(applicationId, stage, clock.instant());
		audit.record("process", "move-application", "application", applicationId, stage.name());
		if (!application.stage().settled() && stage.settled()) {
			pool.settleIfNothingIsLeft(application.roundId());
		}
		return true;
	}
}
