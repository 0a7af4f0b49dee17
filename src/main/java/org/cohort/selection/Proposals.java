package org.cohort.selection;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.cohort.audit.AuditTrail;
import org.cohort.selection.Computation.Computed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import jakarta.annotation.PreDestroy;

/**
 * Computes proposals one at a time in a thread of its own, so that a long computation keeps nobody waiting and one
 * cannot starve the application. What was asked for and not finished is computed after the next start.
 */
@Service
class Proposals {

	private static final Logger log = LoggerFactory.getLogger(Proposals.class);

	private final ProposalStore store;

	private final DecisionStore decisions;

	private final PoolSource pools;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Computation computation;

	private final ExecutorService background = Executors.newSingleThreadExecutor(
			task -> Thread.ofPlatform().name("proposals").daemon().priority(Thread.MIN_PRIORITY).unstarted(task));

	Proposals(ProposalStore store, DecisionStore decisions, PoolSource pools, AuditTrail audit,
			TransactionTemplate transaction, Clock clock,
			@Value("${cohort.selection.time-limit:PT60S}") Duration timeLimit) {
		this.store = store;
		this.decisions = decisions;
		this.pools = pools;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
		this.computation = new Computation(timeLimit);
	}

	Computation computation() {
		return computation;
	}

	/** The round's proposal; asks for one if there is none, or if the last one failed. */
	Proposal propose(UUID roundId) {
		return ask(roundId, "selection", false);
	}

	/** A new proposal, because the pool or the settings have changed. Refused once a cohort is approved. */
	Proposal proposeAgain(UUID roundId, String actor) {
		return ask(roundId, actor, true);
	}

	private Proposal ask(UUID roundId, String actor, boolean again) {
		Proposal proposal = transaction.execute(status -> {
			store.lockRound(roundId);
			Optional<Proposal> latest = store.latest(roundId);
			boolean keep = latest.filter(last -> last.state() != Proposal.State.FAILED).isPresent()
					&& (!again || latest.get().state() == Proposal.State.ASKED);
			if (keep || latest.isPresent() && decisions.approval(roundId).isPresent()) {
				return latest.get();
			}
			Proposal asked = new Proposal(UUID.randomUUID(), roundId, latest.map(Proposal::number).orElse(0) + 1,
					Proposal.State.ASKED, actor, now(), pools.inPool(roundId).size(),
					latest.map(Proposal::seed).orElseGet(Proposals::seed), null, null, null, null, null);
			store.insert(asked);
			audit.record(actor, "ask-for-proposal", "round", roundId, "proposal " + asked.number() + ", pool of " + asked.poolSize());
			return asked;
		});
		if (proposal.state() == Proposal.State.ASKED && proposal.poolSize() > 0) {
			background.execute(() -> compute(proposal.id()));
		}
		return proposal;
	}

	@EventListener(ApplicationReadyEvent.class)
	void finishWhatWasAsked() {
		store.unfinished().forEach(id -> background.execute(() -> compute(id)));
	}

	private void compute(UUID id) {
		Proposal proposal = store.byId(id).filter(asked -> asked.state() == Proposal.State.ASKED).orElse(null);
		if (proposal == null || proposal.poolSize() == 0) {
			return;
		}
		try {
			Computed computed = computation.cohort(pools.pool(proposal.roundId(), proposal.seed()));
			store.ready(id, computed.input(), computed.inputHash(), computed.result(), now());
			log.info("Proposal {} of round {} is ready", proposal.number(), proposal.roundId());
		}
		catch (RuntimeException fault) {
			String errorId = UUID.randomUUID().toString().substring(0, 8);
			log.error("Error {}: proposal {} of round {} could not be computed", errorId, proposal.number(),
					proposal.roundId(), fault);
			store.failed(id, "It could not be computed (error " + errorId + ").");
		}
	}

	@PreDestroy
	void stop() {
		background.shutdownNow();
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static String seed() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}
}
