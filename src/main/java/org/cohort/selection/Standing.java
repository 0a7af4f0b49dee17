package org.cohort.selection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The latest decision about one application: a row of the table {@code selection_decision}.
 *
 * @param seat of an offer; {@code null} otherwise
 * @param place on the waiting list from 1; {@code null} otherwise
 * @param left whether they are no longer waiting because they withdrew
 */
record Standing(UUID applicationId, int turn, Decision decision, @Nullable Seat seat, @Nullable Integer place,
		boolean left) {

	enum Seat {
		OFFERED, TAKEN, RETURNED
	}

	boolean holdsSeat() {
		return seat == Seat.OFFERED || seat == Seat.TAKEN;
	}

	boolean waits() {
		return decision == Decision.WAITING_LIST && !left;
	}
}
