package org.cohort.selection.optimiser;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The eligible applicants of a round, sorted by id so that the order in which they came changes nothing. */
public record Pool(List<Candidate> candidates) {

	public Pool {
		Set<String> seen = new HashSet<>();
		for (Candidate candidate : candidates) {
			Require.that(seen.add(candidate.id()), "The id " + candidate.id() + " is in the pool twice.");
		}
		long rated = candidates.stream().filter(candidate -> candidate.merit() != null).count();
		Require.that(rated == 0 || rated == candidates.size(),
				"Either every candidate has a merit or none; " + (candidates.size() - rated) + " have none.");
		candidates = candidates.stream().sorted(Comparator.comparing(Candidate::id)).toList();
	}

	public int size() {
		return candidates.size();
	}

	public boolean hasMerit() {
		return !candidates.isEmpty() && candidates.getFirst().merit() != null;
	}
}
