package org.cohort.selection.optimiser;

import java.util.List;

/** Checks a stored proposal without any solver: hashes, limits, figures, bound, panels, draw. */
public final class Verifier {

	public Verification verify(String json) {
		throw new UnsupportedOperationException();
	}

	/** All checks, each with what was found; {@code holds} when all do. */
	public record Verification(boolean holds, List<Check> checks) {
	}

	/** One check in words. */
	public record Check(String what, boolean holds, String found) {
	}
}
