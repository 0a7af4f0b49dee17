package org.cohort.selection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.selection.Standing.Seat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who holds a seat, and who gets one that is free again: the cohort is computed again among those who wait, with
 * everybody who accepted or still holds an offer pinned. Whoever declined, let the offer expire or withdrew is out.
 */
@Service
@Transactional
class Seats {

	private static final Logger log = LoggerFactory.getLogger(Seats.class);

	private final ProposalStore proposals;

	private final DecisionStore decisions;

	private final Proposals computing;

	private final PoolSource pools;

	private final Applications applications;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Seats(ProposalStore proposals, DecisionStore decisions, Proposals computing, PoolSource pools,
			Applications applications, Programmes programmes, AuditTrail audit, ApplicationEventPublisher events,
			TransactionTemplate transaction, Clock clock) {
		this.proposals = proposals;
		this.decisions = decisions;
		this.computing = computing;
		this.pools = pools;
		this.applications = applications;
		this.programmes = programmes;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** What was read of the seats, from which the cohort is computed while nothing is locked. */
	private record Vacancy(List<Standing> standings, int free) {

		List<Standing> waiting() {
			return standings.stream().filter(Standing::waits).toList();
		}

		List<UUID> holders() {
			return ids(standings.stream().filter(Standing::holdsSeat).toList());
		}

		boolean offered() {
			return standings.stream().anyMatch(standing -> standing.seat() == Seat.OFFERED);
		}
	}

	/**
	 * Computes without a transaction, so that neither a connection nor a lock waits for the solver. What has changed in
	 * the meantime is read and computed again. Called within a transaction, it refuses.
	 */
	@Transactional(propagation = Propagation.NEVER)
	boolean fill(UUID roundId) {
		while (true) {
			Vacancy vacancy = transaction.execute(status -> vacancy(roundId));
			if (vacancy.free() <= 0 || vacancy.waiting().isEmpty()) {
				return !vacancy.offered();
			}
			List<UUID> next = next(roundId, vacancy);
			if (transaction.execute(status -> offer(roundId, vacancy, next))) {
				return next.isEmpty() && !vacancy.offered();
			}
			log.info("The seats of round {} changed while they were filled; they are filled again", roundId);
		}
	}

	private Vacancy vacancy(UUID roundId) {
		proposals.lockRound(roundId);
		takeOutWithdrawn(roundId);
		List<Standing> standings = decisions.standings(roundId);
		return new Vacancy(standings, free(roundId, standings));
	}

	private int free(UUID roundId, List<Standing> standings) {
		return programmes.round(roundId).seats() - (int) standings.stream().filter(Standing::holdsSeat).count();
	}

	/** @return whether the seats still were as they had been read; otherwise nothing is offered */
	private boolean offer(UUID roundId, Vacancy vacancy, List<UUID> next) {
		proposals.lockRound(roundId);
		takeOutWithdrawn(roundId);
		List<Standing> standings = decisions.standings(roundId);
		if (!standings.equals(vacancy.standings()) || free(roundId, standings) != vacancy.free()) {
			return false;
		}
		for (Standing standing : vacancy.waiting()) {
			if (next.contains(standing.applicationId())) {
				decide(roundId, new Standing(standing.applicationId(), standing.turn() + 1, Decision.OFFER, Seat.OFFERED, null,
						false));
			}
		}
		if (!next.isEmpty()) {
			audit.record("selection", "fill-seats", "round", roundId, next.size() + " more offers, "
					+ vacancy.holders().size() + " seats held, " + vacancy.waiting().size() + " waiting");
		}
		return true;
	}

	private List<UUID> next(UUID roundId, Vacancy vacancy) {
		Set<UUID> left = new HashSet<>(vacancy.holders());
		left.addAll(ids(vacancy.waiting()));
		String seed = proposals.latest(roundId).map(Proposal::seed).orElseThrow();
		try {
			return computing.computation().refill(pools.pool(roundId, seed, left), vacancy.holders(), vacancy.free());
		}
		catch (CancellationException stopped) {
			throw stopped;
		}
		catch (RuntimeException fault) {
			log.error("The cohort of round {} could not be computed again; the waiting list's order decides", roundId, fault);
			return ids(vacancy.waiting()).subList(0, Math.min(vacancy.free(), vacancy.waiting().size()));
		}
	}

	/** Somebody may withdraw in the very moment of the announcement; the seat must not wait for them forever. */
	private void takeOutWithdrawn(UUID roundId) {
		for (Standing standing : decisions.standings(roundId)) {
			if ((standing.seat() == Seat.OFFERED || standing.waits())
					&& applications.stage(standing.applicationId()) == Stage.WITHDRAWN) {
				withdrawn(standing.applicationId());
			}
		}
	}

	boolean closeWaitingList(UUID roundId) {
		proposals.lockRound(roundId);
		List<Standing> standings = decisions.standings(roundId);
		if (decisions.closeWaitingList(roundId, now())) {
			List<Standing> waiting = standings.stream().filter(Standing::waits).toList();
			waiting.forEach(standing -> decide(roundId,
					new Standing(standing.applicationId(), standing.turn() + 1, Decision.NOT_SELECTED, null, null, false)));
			audit.record("selection", "close-waiting-list", "round", roundId, waiting.size() + " not selected");
		}
		return standings.stream().anyMatch(standing -> standing.seat() == Seat.TAKEN);
	}

	void taken(UUID applicationId) {
		decisions.seat(applicationId, Seat.TAKEN);
	}

	void returned(UUID applicationId) {
		decisions.standing(applicationId).filter(Standing::holdsSeat).ifPresent(standing -> {
			decisions.seat(applicationId, Seat.RETURNED);
			events.publishEvent(new Selections.SeatReturned(applicationId, applications.get(applicationId).roundId()));
		});
	}

	@ApplicationModuleListener
	void on(Applications.Withdrawn event) {
		withdrawn(event.applicationId());
	}

	private void withdrawn(UUID applicationId) {
		decisions.left(applicationId, now());
		decisions.standing(applicationId).filter(standing -> standing.seat() == Seat.OFFERED).ifPresent(
				standing -> returned(applicationId));
	}

	private void decide(UUID roundId, Standing standing) {
		decisions.insert(roundId, standing, now());
		events.publishEvent(new Selections.Decided(standing.applicationId(), roundId, standing.decision().value(),
				standing.turn()));
	}

	private static List<UUID> ids(List<Standing> standings) {
		return new ArrayList<>(standings.stream().map(Standing::applicationId).toList());
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
