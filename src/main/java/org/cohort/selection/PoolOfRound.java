package org.cohort.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.cohort.programme.SelectionSettings;
import org.cohort.selection.optimiser.Attribute;
import org.cohort.selection.optimiser.Candidate;
import org.cohort.selection.optimiser.Objective;
import org.cohort.selection.optimiser.PairLimit;
import org.cohort.selection.optimiser.Policy;
import org.cohort.selection.optimiser.Pool;
import org.cohort.selection.optimiser.Target;
import org.cohort.selection.optimiser.Tolerances;
import org.cohort.selection.optimiser.Trait;
import org.jspecify.annotations.Nullable;

/**
 * The pool of a round with the programme's wishes, as the optimiser takes it. Holds demographics: in memory only.
 *
 * @param seats of the round
 * @param smallGroup groups smaller than this are folded
 * @param rules how the programme chooses
 * @param restrictions who must be chosen or must not be, by decision of the committee
 * @param seed decides ties
 */
record PoolOfRound(List<Entrant> entrants, List<Dimension> dimensions, int seats, int smallGroup,
		SelectionSettings rules, List<Restriction> restrictions, String seed) {

	/** Stands in when a programme has no targets at all: everybody fulfils it, so that only scores decide. */
	private static final String NO_TARGETS = "anybody";

	PoolOfRound {
		entrants = List.copyOf(entrants);
		dimensions = List.copyOf(dimensions);
		restrictions = List.copyOf(restrictions);
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
			Candidate candidate = Candidate.of(entrant.code(), values, entrant.score() == null ? missing : entrant.score());
			for (Map.Entry<String, String> group : entrant.groups().entrySet()) {
				candidate = candidate.withGroup(group.getKey(), group.getValue());
			}
			candidates.add(candidate);
		}
		return new Pool(candidates);
	}

	/** Everything that the programme wants and the committee has decided. */
	Policy policy(int places) {
		Policy policy = limits(places).withMeritFloor(rules.meritFloor());
		for (Restriction restriction : restrictions) {
			String code = byId(restriction.applicationId()).map(Entrant::code).orElse(null);
			if (code != null) {
				policy = restriction.kind() == Restriction.Kind.PIN ? policy.withPin(code, restriction.reason())
						: policy.withExclusion(code, restriction.reason());
			}
		}
		return policy;
	}

	/** What the programme wants of any cohort, also of one that people have put together. */
	Policy limits(int places) {
		Policy policy = policy(places, counted().stream().map(dimension -> attribute(dimension, true)).toList())
			.withPairs(pairs());
		for (Map.Entry<String, Integer> most : rules.atMost().entrySet()) {
			policy = policy.withAtMostPerGroup(most.getKey(), most.getValue());
		}
		return policy;
	}

	/** The programme's wishes without any hard limit: for seats that must be filled although the limits cannot be kept. */
	Policy wishes(int places) {
		return policy(places, counted().stream().map(dimension -> attribute(dimension, false)).toList());
	}

	private Policy policy(int places, List<Attribute> attributes) {
		return Policy.of(places,
				attributes.isEmpty() ? List.of(Attribute.of(NO_TARGETS, Target.of(NO_TARGETS, 1))) : attributes, seed)
			.withTolerances(Tolerances.of(rules.tolerance()))
			.withObjective(rules.objective() == SelectionSettings.Objective.ENTROFY ? Objective.ENTROFY : Objective.DIVERSITY);
	}

	/** Why this person is not to be proposed, if there is a reason. */
	Optional<String> reasonAgainst(Entrant entrant) {
		Double floor = rules.meritFloor();
		if (floor != null && entrant.score() != null && entrant.score() < floor) {
			return Optional.of("below the programme's merit floor of " + floor);
		}
		return restrictions.stream().filter(restriction -> restriction.kind() == Restriction.Kind.EXCLUSION
				&& restriction.applicationId().equals(entrant.applicationId()))
			.map(restriction -> "excluded: " + restriction.reason()).findFirst();
	}

	private static Attribute attribute(Dimension dimension, boolean limited) {
		return new Attribute(dimension.key(), dimension.weight(), dimension.aims().stream().map(aim -> limited
				? new Target(aim.value(), aim.share(), aim.min(), aim.max()) : Target.of(aim.value(), aim.share())).toList());
	}

	private List<PairLimit> pairs() {
		return rules.pairs().stream()
			.map(pair -> new PairLimit(trait(pair.first()), trait(pair.second()), pair.min(), pair.max())).toList();
	}

	private static Trait trait(String value) {
		int equals = value.indexOf('=');
		return new Trait(value.substring(0, equals), value.substring(equals + 1));
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

	static List<Set<String>> values(List<Entrant> people, Dimension dimension) {
		return people.stream().map(person -> person.valuesOf(dimension.key())).toList();
	}

	/** The mean of those that have a score, which also stands in for those that have none; nothing if nobody has. */
	static @Nullable Double meanScore(List<Entrant> people) {
		List<Double> scores = people.stream().map(Entrant::score).filter(score -> score != null).toList();
		return scores.isEmpty() ? null : scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
	}
}
