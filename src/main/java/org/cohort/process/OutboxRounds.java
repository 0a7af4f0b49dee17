package org.cohort.process;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Empties the outbox regularly. Can be switched off ({@code cohort.outbox.rounds}) where only others shall do so. */
@Component
@ConditionalOnBooleanProperty(name = "cohort.outbox.rounds", matchIfMissing = true)
class OutboxRounds {

	private final Outbox outbox;

	OutboxRounds(Outbox outbox) {
		this.outbox = outbox;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void resubmitDue() {
		outbox.resubmitDue();
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	void forgetOld() {
		outbox.forgetOld();
	}
}
