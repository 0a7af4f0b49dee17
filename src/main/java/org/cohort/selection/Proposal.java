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
 * @param tolerance share of diversity that may be given up, if somebody asked for another than the programme's
 * @param fingerprint SHA-256 of the whole document, pool included
 * @param refusal why there is no cohort, when the limits contradict each other
 */
record Proposal(UUID id, UUID roundId, int number, State state, String askedBy, Instant askedAt, int poolSize,
		String seed, @Nullable Double tolerance, @Nullable Input input, @Nullable String inputHash,
		@Nullable Result result, @Nullable String fingerprint, @Nullable Instant readyAt, @Nullable String failure,
		@Nullable Refusal refusal) {

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
	 * @param objective of the cohort that the four steps choose
	 * @param bound no cohort has a larger objective
	 * @param frontier the strongest cohorts for other tolerances; empty after a draw
	 * @param odds of the lottery, if there was one; the members are then those of the drawn panel
	 * @param proof how sure this is
	 */
	record Result(List<UUID> members, double objective, double bound, boolean optimal, String solver, Figures figures,
			@Nullable List<Point> frontier, @Nullable Odds odds, @Nullable Proof proof) {

		Result {
			members = List.copyOf(members);
			frontier = frontier == null ? List.of() : List.copyOf(frontier);
		}

		/** What share of the best diversity that was found this cohort gives up for its score. */
		public double givenUp() {
			return best() > 0 ? Math.max(0, 1 - objective / best()) : 0;
		}

		/** By what share of the best diversity that was found another cohort might be more diverse. */
		public double gap() {
			return best() > 0 ? Math.max(0, bound / best() - 1) : 0;
		}

		private double best() {
			return proof == null ? objective : proof.best();
		}
	}

	/** A cohort of the merit–diversity frontier. */
	record Point(double tolerance, List<UUID> members, Figures figures) {
	}

	/**
	 * What may be published about the chances.
	 *
	 * @param minimum smallest of all; 0 when somebody is in no cohort that is diverse enough
	 * @param minimumOfPossible smallest of those who are in one
	 * @param never how many are in none
	 */
	record Odds(double minimum, double minimumOfPossible, double gini, Map<Integer, Double> percentiles, int never,
			int panels) {
	}

	/**
	 * @param best objective of the most diverse cohort found
	 * @param precision error bound of the solver's whole numbers
	 * @param settled whether every step was proven, so that any machine gives this cohort
	 * @param checks how many checks the independent verifier made; all held
	 */
	record Proof(double best, double precision, boolean settled, double overshoot, int checks) {
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
