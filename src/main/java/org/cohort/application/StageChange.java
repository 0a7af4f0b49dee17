package org.cohort.application;

import java.time.Clock;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.springframework.stereotype.Component;

/** Moves applications from stage to stage; must run inside a transaction. */
@Component
class StageChange {

	private final ApplicationTable table;

	private final FileTable files;

	private final Pool pool;

	private final AuditTrail audit;

	private final Links links;

	private final Clock clock;

	StageChange(ApplicationTable table, FileTable files, Pool pool, AuditTrail audit, Links links, Clock clock) {
		this.table = table;
		this.files = files;
		this.pool = pool;
		this.audit = audit;
		this.links = links;
		this.clock = clock;
	}

	boolean advance(UUID applicationId, Stage stage) {
		Application application = table.lock(applicationId);
		if (application.stage() == stage) {
			return true;
		}
		if (application.stage().terminal() || stage.before(application.stage())) {
			return false;
		}
		table.stage(applicationId, stage, clock.instant());
		audit.record("process", "move-application", "application", applicationId, stage.name());
		if (stage == Stage.WITHDRAWN || stage == Stage.LAPSED) {
			// What they said about themselves is deleted in these cases; nothing may be added afterwards.
			links.revoke(LinkPurpose.SELF_IDENTIFICATION, applicationId);
			if (files.deleteOf(applicationId) > 0) {
				audit.record("process", "delete-files", "application", applicationId, stage.name());
			}
		}
		if (!application.stage().settled() && stage.settled()) {
			pool.settleIfNothingIsLeft(application.roundId());
		}
		return true;
	}
}
