package org.cohort.application;

import java.time.Clock;
import java.util.UUID;

import org.cohort.programme.Programmes;
import org.cohort.programme.RoundState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Notices when a closed round has nothing left to wait for; must run inside a transaction, after the change. The round
 * is locked before counting: of two last applications that settle at the same moment the second waits, and then sees
 * what the first has done, so exactly one of them finds nothing left.
 */
@Component
class Pool {

	private final ApplicationTable table;

	private final ExtensionTable extensions;

	private final Programmes programmes;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Pool(ApplicationTable table, ExtensionTable extensions, Programmes programmes, ApplicationEventPublisher events,
			Clock clock) {
		this.table = table;
		this.extensions = extensions;
		this.programmes = programmes;
		this.events = events;
		this.clock = clock;
	}

	void settleIfNothingIsLeft(UUID roundId) {
		if (programmes.lock(roundId).state() != RoundState.OPEN && !table.anyUnsettled(roundId)
				&& !extensions.anyAwaited(roundId, clock.instant()) && table.markSettled(roundId, clock.instant())) {
			events.publishEvent(new Applications.PoolSettled(roundId));
		}
	}
}
