package org.cohort.selection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.selection.Computation.Cost;
import org.cohort.selection.Shortlist.Line;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the committee does with a proposal: look at it, replace members, approve. */
@Service
@Transactional
class Deciding {

	private final ProposalStore proposals;

	private final DecisionStore decisions;

	private final Proposals computing;

	private final PoolSource pools;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Deciding(ProposalStore proposals, DecisionStore decisions, Proposals computing, PoolSource pools, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.proposals = proposals;
		this.decisions = decisions;
		this.computing = computing;
		this.pools = pools;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** The round's latest proposal, ready or not. */
	@Transactional(readOnly = true)
	public Optional<Proposal> latest(UUID roundId) {
		Optional<Approval> approval = decisions.approval(roundId);
		return approval.isPresent() ? proposals.byId(approval.get().proposalId()) : proposals.latest(roundId);
	}

	/** @throws ShortlistRefused if there is no computed proposal */
	@Transactional(readOnly = true)
	public Shortlist shortlist(UUID roundId) {
		Proposal proposal = latest(roundId).filter(Proposal::ready).orElseThrow(ShortlistRefused::notReady);
		return new Shortlist(proposal, proposals.changes(proposal.id()), pools.inPool(roundId),
				decisions.approval(roundId).orElse(null));
	}

	/** What was decided about everybody, once it was announced. */
	@Transactional(readOnly = true)
	public List<Standing> standings(UUID roundId) {
		return decisions.standings(roundId);
	}

	/**
	 * What it would cost to replace this member by each of the others, the least loss first. Looking is recorded, because
	 * it needs what people said about themselves.
	 */
	public List<Cost> replacements(UUID roundId, Line out) {
		Shortlist shortlist = open(roundId);
		return computing.computation().replacements(pool(shortlist), shortlist.members(), out.applicationId());
	}

	/**
	 * Replaces a member.
	 *
	 * @param version of the shortlist that the actor saw
	 * @throws ShortlistRefused if it has changed meanwhile, or one of the codes does not fit
	 */
	public void replace(UUID roundId, String version, String out, String in, String reason, String actor) {
		proposals.lockRound(roundId);
		Shortlist shortlist = open(roundId, version);
		Line removed = shortlist.chosen().stream().filter(line -> line.code().equalsIgnoreCase(out)).findFirst().orElseThrow(
				() -> ShortlistRefused.nobodyWithThisCode(out));
		Line added = shortlist.others().stream().filter(line -> line.code().equalsIgnoreCase(in) && !line.gone()).findFirst()
			.orElseThrow(() -> ShortlistRefused.nobodyWithThisCode(in));
		List<UUID> members = new ArrayList<>(shortlist.members());
		members.set(members.indexOf(removed.applicationId()), added.applicationId());
		int number = shortlist.changes().size() + 1;
		proposals.insert(new Change(UUID.randomUUID(), shortlist.proposal().id(), number, removed.applicationId(),
				added.applicationId(), reason, actor, now(), computing.computation().figures(pool(shortlist), members)));
		audit.record(actor, "change-shortlist", "round", roundId,
				"change " + number + ": " + removed.code() + " replaced by " + added.code());
	}

	/**
	 * Approves the cohort as it is.
	 *
	 * @throws ShortlistRefused if it has changed meanwhile or a member is no longer in the pool
	 */
	public void approve(UUID roundId, String version, String reason, String actor) {
		proposals.lockRound(roundId);
		Shortlist shortlist = open(roundId, version);
		if (shortlist.anyGone()) {
			throw ShortlistRefused.changedMeanwhile();
		}
		Approval approval = new Approval(roundId, shortlist.proposal().id(), shortlist.members(), reason, actor, now(),
				null, null);
		if (!decisions.insert(approval)) {
			throw ShortlistRefused.approved();
		}
		audit.record(actor, "approve-selection", "round", roundId, "proposal " + shortlist.proposal().number() + " with "
				+ shortlist.changes().size() + " changes, " + approval.members().size() + " members");
		events.publishEvent(new Selections.Approved(roundId));
	}

	private Shortlist open(UUID roundId, String version) {
		Shortlist shortlist = open(roundId);
		if (!shortlist.version().equals(version)) {
			throw ShortlistRefused.changedMeanwhile();
		}
		return shortlist;
	}

	private Shortlist open(UUID roundId) {
		Shortlist shortlist = shortlist(roundId);
		if (shortlist.approval() != null) {
			throw ShortlistRefused.approved();
		}
		return shortlist;
	}

	/** The pool as it is now, without anybody who came later than the proposal. */
	private PoolOfRound pool(Shortlist shortlist) {
		Set<UUID> then = new HashSet<>(shortlist.now());
		then.retainAll(shortlist.proposal().readyInput().pool().stream().map(applicant -> applicant.applicationId()).toList());
		return pools.pool(shortlist.proposal().roundId(), shortlist.proposal().seed(), then);
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
