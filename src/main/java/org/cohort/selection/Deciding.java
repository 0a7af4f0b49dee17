package org.cohort.selection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.language.Count;
import org.cohort.programme.Programmes;
import org.cohort.selection.Replacements.Cost;
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

	private final PoolSource pools;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Deciding(ProposalStore proposals, DecisionStore decisions, PoolSource pools, Programmes programmes, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.proposals = proposals;
		this.decisions = decisions;
		this.pools = pools;
		this.programmes = programmes;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** The round's latest proposal, ready or not; once a cohort is approved, the one that it came from. */
	@Transactional(readOnly = true)
	public Optional<Proposal> latest(UUID roundId) {
		Optional<Approval> approval = decisions.approval(roundId);
		return approval.isPresent() ? proposals.byId(approval.get().proposalId()) : proposals.latest(roundId);
	}

	/** @throws ShortlistRefused if there is no computed proposal */
	@Transactional(readOnly = true)
	public Shortlist shortlist(UUID roundId) {
		return shortlist(latest(roundId).filter(Proposal::ready).orElseThrow(ShortlistRefused::notReady));
	}

	/** All computed proposals of a round with what people changed in them, the newest first. */
	@Transactional(readOnly = true)
	public List<Shortlist> all(UUID roundId) {
		return proposals.all(roundId).stream().filter(Proposal::ready).map(this::shortlist).toList();
	}

	private Shortlist shortlist(Proposal proposal) {
		List<Change> changes = proposals.changes(proposal.id());
		return new Shortlist(proposal, changes, pools.inPool(proposal.roundId()),
				decisions.consents(proposal.roundId(), Shortlist.version(proposal, changes)),
				decisions.approval(proposal.roundId()).orElse(null));
	}

	/** What was decided about everybody, once it was announced. */
	@Transactional(readOnly = true)
	public List<Standing> standings(UUID roundId) {
		return decisions.standings(roundId);
	}

	/** Why these people are in the cohort as it is now, or not. */
	@Transactional(readOnly = true)
	public Map<UUID, Reason> reasons(Shortlist shortlist, Collection<UUID> applications) {
		return proposals.reasons(shortlist.proposal().id(), shortlist.changes().size(), applications);
	}

	/**
	 * What it would cost to replace this member by each of the others, the least loss first. Looking is recorded, because
	 * it needs what people said about themselves.
	 */
	public List<Cost> replacements(UUID roundId, Line out) {
		Shortlist shortlist = open(roundId);
		return Replacements.replacements(pool(shortlist), shortlist.members(), out.applicationId());
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
		PoolOfRound pool = pool(shortlist);
		proposals.insert(new Change(UUID.randomUUID(), shortlist.proposal().id(), number, removed.applicationId(),
				added.applicationId(), reason, actor, now(), Replacements.figures(pool, members)));
		proposals.keep(shortlist.proposal().id(), number, Replacements.reasons(pool, members));
		audit.record(actor, "change-shortlist", "round", roundId,
				"change " + number + ": " + removed.code() + " replaced by " + added.code());
	}

	/**
	 * Approves the cohort as it is. Where the programme wants two people, the first approval waits for a second person.
	 *
	 * @return whether the cohort is approved now
	 * @throws ShortlistRefused if it has changed meanwhile or a member is no longer in the pool
	 */
	public boolean approve(UUID roundId, String version, String reason, String actor) {
		proposals.lockRound(roundId);
		Shortlist shortlist = open(roundId, version);
		if (shortlist.anyGone()) {
			throw ShortlistRefused.changedMeanwhile();
		}
		if (shortlist.consents().stream().anyMatch(consent -> consent.actor().equals(actor))) {
			throw ShortlistRefused.approvedByThem();
		}
		int wanted = programmes.round(roundId).settings().selection().approvals();
		decisions.insert(new Consent(roundId, version, actor, reason, now()));
		if (shortlist.consents().size() + 1 < wanted) {
			audit.record(actor, "consent-to-selection", "round", roundId, "proposal " + shortlist.proposal().number()
					+ " with " + Count.of(shortlist.changes().size(), "change"));
			return false;
		}
		Approval approval = new Approval(roundId, shortlist.proposal().id(), shortlist.members(), reason, actor, now(),
				null, null);
		if (!decisions.insert(approval)) {
			throw ShortlistRefused.approved();
		}
		audit.record(actor, "approve-selection", "round", roundId, "proposal " + shortlist.proposal().number() + " with "
				+ Count.of(shortlist.changes().size(), "change") + ", " + Count.of(approval.members().size(), "member"));
		events.publishEvent(new Selections.Approved(roundId));
		return true;
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
		then.retainAll(shortlist.proposal().readyInput().pool().stream().map(applicant -> applicant.applicationId())
				.toList());
		return pools.pool(shortlist.proposal().roundId(), shortlist.proposal().seed(), then);
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
