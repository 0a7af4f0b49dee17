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
import org.cohort.selection.Standing.Seat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells everybody of the pool what was decided: once, and all in one transaction. */
@Service
class Announcement {

	/** As many people wait as could take over every seat twice; the others get their answer at once. */
	private static final int WAITING_PER_SEAT = 2;

	private final ProposalStore proposals;

	private final DecisionStore decisions;

	private final PoolSource pools;

	private final Applications applications;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Announcement(ProposalStore proposals, DecisionStore decisions, PoolSource pools,
			Applications applications, AuditTrail audit, ApplicationEventPublisher events, TransactionTemplate transaction,
			Clock clock) {
		this.proposals = proposals;
		this.decisions = decisions;
		this.pools = pools;
		this.applications = applications;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	void announce(UUID roundId) {
		Approval approval = approval(roundId);
		if (approval.announcedAt() != null) {
			return;
		}
		String seed = proposals.byId(approval.proposalId()).orElseThrow().seed();
		PoolOfRound round = pools.pool(roundId, seed);
		List<UUID> members = approval.members().stream().filter(member -> round.byId(member).isPresent()).toList();
		List<UUID> waiting = members.isEmpty() ? List.of()
				: Replacements.waitingList(round, members, WAITING_PER_SEAT * round.seats());
		transaction.executeWithoutResult(status -> announce(roundId, members, waiting, round));
	}

	private void announce(UUID roundId, List<UUID> members, List<UUID> waiting, PoolOfRound round) {
		proposals.lockRound(roundId);
		Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (!decisions.announce(roundId, now)) {
			return;
		}
		List<Standing> standings = new ArrayList<>();
		members.forEach(member -> standings.add(new Standing(member, 1, Decision.OFFER, Seat.OFFERED, null, false)));
		for (int place = 1; place <= waiting.size(); place++) {
			standings.add(new Standing(waiting.get(place - 1), 1, Decision.WAITING_LIST, null, place, false));
		}
		Set<UUID> answered = new HashSet<>(members);
		answered.addAll(waiting);
		round.entrants()
			.stream()
			.map(Entrant::applicationId)
			.filter(id -> !answered.contains(id))
			.forEach(id -> standings.add(new Standing(id, 1, Decision.NOT_SELECTED, null, null, false)));
		for (Standing standing : standings) {
			decisions.insert(roundId, standing, now);
			if (standing.waits()) {
				applications.advance(standing.applicationId(), Stage.WAITING_LIST);
			}
			events.publishEvent(new Selections.Decided(standing.applicationId(), roundId, standing.decision().value(), 1));
		}
		audit.record("selection", "announce-selection", "round", roundId, members.size() + " offers, " + waiting.size()
				+ " waiting, " + (standings.size() - members.size() - waiting.size()) + " not selected");
	}

	private Approval approval(UUID roundId) {
		return decisions.approval(roundId).orElseThrow(
				() -> new IllegalStateException("Round " + roundId + " has no approved cohort to announce"));
	}
}
