package org.cohort.application;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Blacking out passages in what reviewers see, and undoing it. The audit trail names the redaction, not the passage.
 */
@Service
@Transactional
class Redactions {

	static final int LONGEST_PASSAGE = 500;

	private final RedactionTable table;

	private final AuditTrail audit;

	private final Clock clock;

	Redactions(RedactionTable table, AuditTrail audit, Clock clock) {
		this.table = table;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public List<Redaction> of(UUID applicationId) {
		return table.of(applicationId);
	}

	/** @return how many of the passages were not blacked out before */
	public int blackOut(UUID applicationId, Collection<String> passages, String actor) {
		int added = 0;
		for (String passage : passages) {
			UUID id = UUID.randomUUID();
			if (table.add(id, applicationId, passage.strip(), actor, clock.instant())) {
				audit.record(actor, "black-out-passage", "application", applicationId, "redaction " + id);
				added++;
			}
		}
		return added;
	}

	public void undo(UUID applicationId, UUID redactionId, String actor) {
		if (table.undo(redactionId, applicationId, actor, clock.instant())) {
			audit.record(actor, "undo-black-out", "application", applicationId, "redaction " + redactionId);
		}
	}
}
