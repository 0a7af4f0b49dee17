package org.cohort.selection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
import org.springframework.transaction.annotation.Transactional;

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

	private final Clock clock;

	Seats(ProposalStore proposals, DecisionStore decisions, Proposals computing, PoolSource pools,
			Applications applications, Programmes programmes, AuditTrail audit, ApplicationEventPublisher events,
			Clock clock) {
		this.proposals = proposals;
		this.decisions = decisions;
		this.computing = computing;
		this.pools = pools;
		this.applications = applications;
		this.programmes = programmes;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	boolean fill(UUID roundId) {
		proposals.lockRound(roundId);
		takeOutWithdrawn(roundId);
		List<Standing> standings = decisions.standings(roundId);
		List<UUID> holders = ids(standings.stream().filter(Standing::holdsSeat).toList());
		List<Standing> waiting = standings.stream().filter(Standing::waits).toList();
		int free = programmes.round(roundId).seats() - holders.size();
		List<UUID> next = free > 0 && !waiting.isEmpty() ? next(roundId, holders, ids(waiting), free) : List.of();
		for (Standing standing : waiting) {
			if (next.contains(standing.applicationId())) {
				decide(roundId, new Standing(standing.applicationId(), standing.turn() + 1, Decision.OFFER, Seat.OFFERED, null,
						false));
			}
		}
		if (!next.isEmpty()) {
			audit.record("selection", "fill-seats", "round", roundId, next.size() + " more offers, " + holders.size()
					+ " seats held, " + waiting.size() + " waiting");
		}
		boolean offered = standings.stream().anyMatch(standing -> standing.seat() == Seat.OFFERED);
		return next.isEmpty() && !offered;
	}

	private List<UUID> next(UUID roundId, List<UUID> holders, List<UUID> waiting, int free) {
		Set<UUID> left = new HashSet<>(holders);
		left.addAll(waiting);
		String seed = proposals.latest(roundId).map(Proposal::seed).orElseThrow();
		try {
			return computing.computation().refill(pools.pool(roundId, seed, left), holders, free);
		}
		catch (RuntimeException fault) {
			log.error("The cohort of round {} could not be computed again; the waiting list's order decides", roundId, fault);
			return waiting.subList(0, Math.min(free, waiting.size()));
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
