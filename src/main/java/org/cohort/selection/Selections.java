package org.cohort.selection;

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

	/** A proposal that was asked for; it is computed in the background. */
	public record Proposed(UUID proposalId, int poolSize) {
	}

	/**
	 * Asks for a proposal for a round whose pool is settled. Returns at once; the shortlist page shows when it is ready.
	 * Until a selection is approved, the same pool gives the same proposal.
	 */
	public Proposed propose(UUID roundId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** Whether the committee has approved a cohort for this round. */
	public boolean approved(UUID roundId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** Decides about each application of the pool: offer, waiting list or not selected; publishes {@link Decided}. */
	public void announce(UUID roundId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/**
	 * Offers free seats to the waiting list.
	 *
	 * @return whether the seats are settled: all taken, or nobody left to ask and no offer open
	 */
	public boolean fillSeats(UUID roundId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** Tells everybody still waiting that they were not selected. */
	public void closeWaitingList(UUID roundId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** An offer was accepted: the seat is taken. Called by the module {@code offer}. */
	public void seatTaken(UUID applicationId) {
		throw new UnsupportedOperationException("not built yet");
	}

	/** An offer ended without being accepted: the seat is free again. Called by the module {@code offer}. */
	public void seatReturned(UUID applicationId) {
		throw new UnsupportedOperationException("not built yet");
	}
}
