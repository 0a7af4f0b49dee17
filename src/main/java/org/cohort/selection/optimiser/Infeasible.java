package org.cohort.selection.optimiser;

import java.util.List;

/**
 * The hard limits contradict each other.
 *
 * @param conflict limits that cannot hold together, of which none can be left out; in words
 * @param relaxation the least change, in persons, that makes a cohort possible; in words
 */
public record Infeasible(List<String> conflict, List<Relaxation> relaxation) implements Outcome {

	public Infeasible {
		conflict = List.copyOf(conflict);
		relaxation = List.copyOf(relaxation);
	}

	/** One limit, by how many persons it has to give way, and the limit that would do. */
	public record Relaxation(String limit, int by, String instead) {
	}
}
