package org.cohort.programme;

import java.time.Instant;
import java.util.UUID;

/**
 * One call of a programme, with an opening, a closing and seats.
 *
 * @param slug its short name in addresses, unique among all rounds
 * @param runStartsAt when the first week begins
 */
public record Round(UUID id, UUID programmeId, String slug, String title, Instant opensAt, Instant closesAt,
		Instant runStartsAt, int seats, RoundState state, Programme programme) {

	/** Whether an application may be sent at this moment. */
	public boolean takesApplications(Instant now) {
		return state == RoundState.OPEN && !now.isBefore(opensAt) && now.isBefore(closesAt);
	}

	public Settings settings() {
		return programme.settings();
	}

	/** What was planned for it. */
	public RoundPlan plan() {
		return new RoundPlan(slug, title, opensAt, closesAt, runStartsAt, seats);
	}
}
