package org.cohort.selection;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

/** Front door of the selection. All methods may be called again with the same arguments and then change nothing. */
@Service
public class Selections {

	/** The committee has approved a cohort. */
	public record Approved(UUID roundId) {
	}

	/**
	 * Something was decided about an application.
	 *
	 * @param decision {@code offer}, {@code waiting-list} or {@code not-selected}
	 * @param turn counts an application's decisions from 1: somebody on the waiting list gets a second one
	 */
	public record Decided(UUID applicationId, UUID roundId, String decision, int turn) {
	}

	/** A seat that was offered is free again. */
	public record SeatReturned(UUID applicationId, UUID roundId) {
	}

	/** The computation of a proposal is over: there is a cohort, or a reason why there is none. */
	public record ProposalEnded(UUID proposalId, UUID roundId) {
	}

	/** A proposal that was asked for; it is computed in the background. */
	public record Proposed(UUID proposalId, int poolSize) {
	}

	private final Proposals proposals;

	private final DecisionStore decisions;

	private final Announcement announcement;

	private final Seats seats;

	Selections(Proposals proposals, DecisionStore decisions, Announcement announcement, Seats seats) {
		this.proposals = proposals;
		this.decisions = decisions;
		this.announcement = announcement;
		this.seats = seats;
	}

	/**
	 * Asks for a proposal for a round whose pool is settled. Returns at once; the shortlist page shows when it is ready.
	 * A round that has a proposal keeps it.
	 */
	public Proposed propose(UUID roundId) {
		Proposal proposal = proposals.propose(roundId);
		return new Proposed(proposal.id(), proposal.poolSize());
	}

	/** Whether the committee has approved a cohort for this round. */
	public boolean approved(UUID roundId) {
		return decisions.approval(roundId).isPresent();
	}

	/** Decides about each application of the pool: offer, waiting list or not selected; publishes {@link Decided}. */
	public void announce(UUID roundId) {
		announcement.announce(roundId);
	}

	/**
	 * Offers free seats to the waiting list. Blocks while the cohort is computed again: not for a request.
	 *
	 * @return whether the seats are settled: all taken, or nobody left to ask and no offer open
	 */
	public boolean fillSeats(UUID roundId) {
		return seats.fill(roundId);
	}

	/**
	 * Tells everybody still waiting that they were not selected.
	 *
	 * @return whether anybody has taken a seat
	 */
	public boolean closeWaitingList(UUID roundId) {
		return seats.closeWaitingList(roundId);
	}

	/** An offer was accepted: the seat is taken. Called by the module {@code offer}. */
	public void seatTaken(UUID applicationId) {
		seats.taken(applicationId);
	}

	/** An offer ended without being accepted: the seat is free again. Called by the module {@code offer}. */
	public void seatReturned(UUID applicationId) {
		seats.returned(applicationId);
	}

	/** What was decided about an application last, if anything was. */
	public Optional<Decision> decision(UUID applicationId) {
		return decisions.standing(applicationId).map(Standing::decision);
	}
}
