package org.cohort.review;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.review.FairShare.Shortfall;
import org.jspecify.annotations.Nullable;

/**
 * What a new assignment of a round would change: only reviews that nobody has begun, and slots without a reviewer.
 *
 * @param reviewers everybody in the group
 * @param now reviews by reviewer that are open or scored
 * @param moves what changes; empty when nothing would be better
 * @param missing by application, what found nobody
 * @param codes of the applications that are named here
 * @param rules how many reviews somebody takes
 */
record Replan(List<Reviewer> reviewers, Map<String, Integer> now, List<Move> moves, Map<UUID, Shortfall> missing,
		Map<UUID, String> codes, ReviewRules rules) {

	/**
	 * One slot that changes hands.
	 *
	 * @param review what is taken back; nothing if the slot had nobody
	 * @param to who gets it; nobody if nobody may
	 */
	record Move(UUID applicationId, int slot, @Nullable Review review, @Nullable String to) {

		public @Nullable String from() {
			return review == null ? null : review.reviewer();
		}
	}

	/** Reviews by reviewer after the change. */
	public Map<String, Integer> then() {
		Map<String, Integer> then = new HashMap<>(now);
		for (Move move : moves) {
			if (move.from() != null) {
				then.merge(move.from(), -1, Integer::sum);
			}
			if (move.to() != null) {
				then.merge(move.to(), 1, Integer::sum);
			}
		}
		return then;
	}

	public int takes(Reviewer reviewer) {
		return rules.most(reviewer);
	}

	/** Tells two replans apart, so that only what was looked at is applied. */
	public String fingerprint() {
		String all = moves.stream()
			.map(move -> move.applicationId() + " " + move.slot() + " " + move.from() + " " + move.to())
			.collect(Collectors.joining("\n"));
		return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
	}
}
