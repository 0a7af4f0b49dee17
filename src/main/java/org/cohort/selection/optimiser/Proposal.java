package org.cohort.selection.optimiser;

import org.jspecify.annotations.Nullable;

/**
 * Everything that an auditor needs to check a selection, in one JSON document: pool, policy, the hash of both, the
 * commitment to the seed and the seed, solver version, objective, bound, cohort and panels.
 *
 * @param inputHash SHA-256 (hex) of the canonical JSON of pool and policy without the seed
 * @param seedCommitment SHA-256 (hex) of the seed
 */
public record Proposal(int format, String inputHash, String seedCommitment, Pool pool, Policy policy,
		Solution solution, @Nullable Lottery lottery) {

	/** The hash to publish before the round closes. */
	public static String commitment(String seed) {
		throw new UnsupportedOperationException();
	}

	public static Proposal of(Pool pool, Policy policy, Solution solution, @Nullable Lottery lottery) {
		throw new UnsupportedOperationException();
	}

	public String toJson() {
		throw new UnsupportedOperationException();
	}

	public static Proposal fromJson(String json) {
		throw new UnsupportedOperationException();
	}
}
