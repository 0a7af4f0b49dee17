package org.cohort.selection;

import java.util.List;

/**
 * Why there is no cohort: the hard limits contradict each other.
 *
 * @param conflict limits that cannot hold together, of which none can be left out; in words
 * @param relaxation the least change that makes a cohort possible; in words
 */
record Refusal(List<String> conflict, List<String> relaxation) implements Computation.Answer {

	Refusal {
		conflict = List.copyOf(conflict);
		relaxation = List.copyOf(relaxation);
	}
}
