package org.cohort.selection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.cohort.audit.AuditTrail;
import org.cohort.selection.Computation.Answer;
import org.cohort.selection.Computation.Computed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes proposals one at a time in a thread of its own, so that a long computation keeps nobody waiting and one
 * cannot starve the application: the solver gets fewer threads than the machine has. What was asked for and not
 * finished is computed after the next start.
 */
@Service
class Proposals {

	private static final Logger log = LoggerFactory.getLogger(Proposals.class);

	private final ProposalStore store;

	private final DecisionStore decisions;

	private final PoolSource pools;

	private final Seeds seeds;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Computation computation;

	private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();

	private final ExecutorService background = Executors.newSingleThreadExecutor(
			task -> Thread.ofPlatform().name("proposals").daemon().priority(Thread.MIN_PRIORITY).unstarted(task));

	Proposals(ProposalStore store, DecisionStore decisions, PoolSource pools, Seeds seeds, AuditTrail audit,
			ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock,
			@Value("${cohort.selection.time-limit:PT60S}") Duration timeLimit,
			@Value("${cohort.selection.threads:0}") int threads) {
		this.store = store;
		this.decisions = decisions;
		this.pools = pools;
		this.seeds = seeds;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
		int spare = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
		this.computation = new Computation(timeLimit, threads > 0 ? threads : spare);
	}

	Computation computation() {
		return computation;
	}

	/** The round's proposal; asks for one if there is none, or if the last one failed. */
	Proposal propose(UUID roundId) {
		return ask(roundId, "selection", false, null);
	}

	/**
	 * A new proposal, because the pool, the settings or the committee's mind has changed. Refused once a cohort is
	 * approved.
	 *
	 * @param tolerance share of diversity that may be given up, {@code null} for the programme's
	 */
	Proposal proposeAgain(UUID roundId, String actor, @Nullable Double tolerance) {
		return ask(roundId, actor, true, tolerance);
	}

	private Proposal ask(UUID roundId, String actor, boolean again, @Nullable Double tolerance) {
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
					latest.map(Proposal::seed).orElseGet(() -> seeds.of(roundId).text()), tolerance, null, null, null, null,
					null, null, null);
			store.insert(asked);
			audit.record(actor, "ask-for-proposal", "round", roundId, "proposal " + asked.number() + ", pool of "
					+ asked.poolSize() + (tolerance == null ? "" : ", tolerance " + tolerance));
			return asked;
		});
		if (proposal.state() == Proposal.State.ASKED && proposal.poolSize() > 0) {
			enqueue(proposal.id());
		}
		return proposal;
	}

	@EventListener(ApplicationReadyEvent.class)
	void finishWhatWasAsked() {
		store.unfinished().forEach(this::enqueue);
	}

	/** How far a computation is; nothing when it does not run here. */
	Optional<Watch> watch(UUID proposalId) {
		return Optional.ofNullable(watches.get(proposalId));
	}

	/** Stops a computation that is waiting or runs. Nothing happens to one that is over. */
	void cancel(UUID roundId, String actor) {
		store.latest(roundId).filter(proposal -> proposal.state() == Proposal.State.ASKED).ifPresent(proposal -> {
			ended(proposal, "It was cancelled.", null, () -> audit.record(actor, "cancel-proposal", "round", roundId,
					"proposal " + proposal.number()));
			watch(proposal.id()).ifPresent(Watch::cancel);
		});
	}

	private void enqueue(UUID id) {
		if (watches.putIfAbsent(id, new Watch()) == null) {
			background.execute(() -> {
				try {
					compute(id, watches.get(id));
				}
				finally {
					watches.remove(id);
				}
			});
		}
	}

	private void compute(UUID id, Watch watch) {
		Proposal proposal = store.byId(id).filter(asked -> asked.state() == Proposal.State.ASKED).orElse(null);
		if (proposal == null || proposal.poolSize() == 0) {
			return;
		}
		try {
			PoolOfRound round = pools.pool(proposal.roundId(), proposal.seed());
			Answer answer = computation.cohort(round, Computation.tolerance(proposal.tolerance(), round),
					computation.watched(watch));
			switch (answer) {
				case Computed computed -> ready(proposal, computed);
				case Refusal refusal -> ended(proposal, "The programme's limits contradict each other.", refusal, () -> audit
					.record("selection", "refuse-proposal", "round", proposal.roundId(), "proposal " + proposal.number()));
			}
		}
		catch (CancellationException cancelled) {
			log.info("Proposal {} of round {} was cancelled", proposal.number(), proposal.roundId());
		}
		catch (RuntimeException fault) {
			String errorId = UUID.randomUUID().toString().substring(0, 8);
			log.error("Error {}: proposal {} of round {} could not be computed", errorId, proposal.number(),
					proposal.roundId(), fault);
			ended(proposal, "It could not be computed (error " + errorId + ").", null, () -> audit.record("selection",
					"fail-proposal", "round", proposal.roundId(), "proposal " + proposal.number() + ", error " + errorId));
		}
	}

	private void ready(Proposal proposal, Computed computed) {
		transaction.executeWithoutResult(status -> {
			if (store.ready(proposal.id(), computed, now())) {
				audit.record("selection", "compute-proposal", "round", proposal.roundId(), "proposal " + proposal.number()
						+ ", input " + computed.inputHash() + ", document " + computed.fingerprint());
				events.publishEvent(new Selections.ProposalEnded(proposal.id(), proposal.roundId()));
			}
		});
		log.info("Proposal {} of round {} is ready", proposal.number(), proposal.roundId());
	}

	private void ended(Proposal proposal, String failure, @Nullable Refusal refusal, Runnable record) {
		transaction.executeWithoutResult(status -> {
			if (store.failed(proposal.id(), failure, refusal)) {
				record.run();
				events.publishEvent(new Selections.ProposalEnded(proposal.id(), proposal.roundId()));
			}
		});
	}

	@PreDestroy
	void stop() {
		watches.values().forEach(Watch::cancel);
		background.shutdownNow();
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
