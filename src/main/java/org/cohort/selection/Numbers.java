package org.cohort.selection;

import java.util.List;

import org.cohort.selection.Proposal.Odds;
import org.jspecify.annotations.Nullable;

/**
 * What is published about the selection of a round. Nothing in it is about one person: small groups are hidden, and of
 * the chances there are only the smallest, their Gini coefficient and percentiles.
 *
 * @param seats of the round
 * @param pool how many could be chosen
 * @param members how many were chosen
 * @param diversity D of the approved cohort, 0 to 1
 * @param proven whether no cohort is more diverse than the best computed one
 * @param changes how many members the committee replaced
 * @param odds of the lottery, if there was one
 * @param inputHash SHA-256 of everything that went in
 * @param fingerprint SHA-256 of the stored proposal
 */
record Numbers(int seats, int pool, int members, double diversity, boolean proven, int changes, @Nullable Odds odds,
		List<Part> composition, @Nullable String inputHash, @Nullable String fingerprint) {

	Numbers {
		composition = List.copyOf(composition);
	}

	/** One attribute. */
	record Part(String key, String label, List<Row> rows) {

		Part {
			rows = List.copyOf(rows);
		}

		/** Whether anything can be said about the cohort. */
		public boolean anyMembers() {
			return rows.stream().anyMatch(row -> row.members() != null);
		}
	}

	/**
	 * @param value empty for those who did not say
	 * @param target wished share of the seats
	 * @param pool people of the pool, {@code null} where that would tell about few
	 * @param members people of the cohort, {@code null} where that would tell about few
	 */
	record Row(String value, String label, double target, @Nullable Integer pool, @Nullable Integer members) {
	}
}
