package org.cohort.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.cohort.selection.optimiser.Attribute;
import org.cohort.selection.optimiser.Candidate;
import org.cohort.selection.optimiser.Policy;
import org.cohort.selection.optimiser.Pool;
import org.cohort.selection.optimiser.Target;
import org.jspecify.annotations.Nullable;

/**
 * The pool of a round with the programme's wishes, as the optimiser takes it. Holds demographics: in memory only.
 *
 * @param seats of the round
 * @param smallGroup groups smaller than this are folded
 * @param seed decides ties
 */
record PoolOfRound(List<Entrant> entrants, List<Dimension> dimensions, int seats, int smallGroup, String seed) {

	/** Stands in when a programme has no targets at all: everybody fulfils it, so that only scores decide. */
	private static final String NO_TARGETS = "anybody";

	PoolOfRound {
		entrants = List.copyOf(entrants);
		dimensions = List.copyOf(dimensions);
	}

	/** Seats that can be filled from this pool. */
	int places() {
		return Math.min(seats, entrants.size());
	}

	Pool pool() {
		@Nullable Double missing = meanScore(entrants);
		List<Candidate> candidates = new ArrayList<>();
		for (Entrant entrant : entrants) {
			Map<String, Set<String>> values = counted().isEmpty() ? Map.of(NO_TARGETS, Set.of(NO_TARGETS)) : entrant.values();
			candidates.add(Candidate.of(entrant.code(), values, entrant.score() == null ? missing : entrant.score()));
		}
		return new Pool(candidates);
	}

	Policy policy(int places) {
		List<Attribute> attributes = counted().stream()
			.map(dimension -> new Attribute(dimension.key(), 1,
					dimension.aims().stream().map(aim -> Target.of(aim.value(), aim.share())).toList()))
			.toList();
		return Policy.of(places,
				attributes.isEmpty() ? List.of(Attribute.of(NO_TARGETS, Target.of(NO_TARGETS, 1))) : attributes, seed);
	}

	private List<Dimension> counted() {
		return dimensions.stream().filter(Dimension::counts).toList();
	}

	Optional<Entrant> byCode(String code) {
		return entrants.stream().filter(entrant -> entrant.code().equalsIgnoreCase(code)).findFirst();
	}

	Optional<Entrant> byId(UUID applicationId) {
		return entrants.stream().filter(entrant -> entrant.applicationId().equals(applicationId)).findFirst();
	}

	List<Entrant> members(Collection<UUID> ids) {
		return entrants.stream().filter(entrant -> ids.contains(entrant.applicationId())).toList();
	}

	/** Pool, target and cohort side by side, small groups folded. */
	List<Comparison> comparisons(Collection<UUID> members) {
		List<Entrant> cohort = members(members);
		return dimensions.stream()
			.map(dimension -> Comparison.of(dimension, values(entrants, dimension), values(cohort, dimension), smallGroup))
			.toList();
	}

	private static List<Set<String>> values(List<Entrant> people, Dimension dimension) {
		return people.stream().map(person -> person.valuesOf(dimension.key())).toList();
	}

	/** The mean of those that have a score, which also stands in for those that have none; nothing if nobody has. */
	static @Nullable Double meanScore(List<Entrant> people) {
		List<Double> scores = people.stream().map(Entrant::score).filter(score -> score != null).toList();
		return scores.isEmpty() ? null : scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
	}
}
