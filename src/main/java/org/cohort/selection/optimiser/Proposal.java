package org.cohort.selection.optimiser;

import org.jspecify.annotations.Nullable;

/**
 * Everything that an auditor needs to check a selection, in one JSON document: pool, policy, the hash of both, the
 * commitment to the seed and the seed, solver version, objective, bound, cohort and panels.
 *
 * @param format of the document, 1 today
 * @param inputHash SHA-256 (hex) of the canonical JSON of pool and policy without the seed
 * @param seedCommitment SHA-256 (hex) of the seed
 */
public record Proposal(int format, String inputHash, String seedCommitment, Pool pool, Policy policy,
		Solution solution, @Nullable Lottery lottery) {

	static final int FORMAT = 1;

	/** The hash to publish before the round closes. */
	public static String commitment(String seed) {
		return Documents.sha256(seed);
	}

	public static Proposal of(Pool pool, Policy policy, Solution solution, @Nullable Lottery lottery) {
		return new Proposal(FORMAT, Documents.inputHash(pool, policy), commitment(policy.seed()), pool, policy,
				solution, lottery);
	}

	/** The same proposal with another pool: none, to keep it apart from the people, or theirs, to make it whole again. */
	public Proposal withPool(Pool other) {
		return new Proposal(format, inputHash, seedCommitment, other, policy, solution, lottery);
	}

	/** SHA-256 (hex) of the document, to be published. */
	public String fingerprint() {
		return Documents.sha256(toJson());
	}

	public String toJson() {
		return Documents.write(this);
	}

	/** @throws InvalidInputException when it is no such document or its values are refused */
	public static Proposal fromJson(String json) {
		return Documents.read(json);
	}
}
