package org.cohort.selection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code selection_proposal}.
 *
 * @param number counts the proposals of a round from 1
 * @param seed decides ties; all proposals of a round share it
 */
record Proposal(UUID id, UUID roundId, int number, State state, String askedBy, Instant askedAt, int poolSize,
		String seed, @Nullable Input input, @Nullable String inputHash, @Nullable Result result,
		@Nullable Instant readyAt, @Nullable String failure) {

	enum State {
		ASKED, READY, FAILED
	}

	/**
	 * What went in, without demographics: those are in the hash, and as counts in the result.
	 */
	record Input(int seats, List<Dimension> dimensions, List<Applicant> pool) {

		record Applicant(UUID applicationId, String code, @Nullable Double score, Map<String, Set<String>> values) {
		}

		Optional<Applicant> applicant(UUID applicationId) {
			return pool.stream().filter(applicant -> applicant.applicationId().equals(applicationId)).findFirst();
		}
	}

	/**
	 * What came out.
	 *
	 * @param objective what the optimiser maximised
	 * @param bound no cohort is better than this
	 */
	record Result(List<UUID> members, double objective, double bound, boolean optimal, String solver, Figures figures) {
	}

	boolean ready() {
		return state == State.READY;
	}

	Input readyInput() {
		if (input == null) {
			throw new IllegalStateException("Proposal " + id + " is not ready");
		}
		return input;
	}

	Result readyResult() {
		if (result == null) {
			throw new IllegalStateException("Proposal " + id + " is not ready");
		}
		return result;
	}
}
