package org.cohort.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.cohort.selection.optimiser.Objective;
import org.cohort.selection.optimiser.Optimiser;
import org.cohort.selection.optimiser.Policy;
import org.cohort.selection.optimiser.Pool;
import org.cohort.selection.optimiser.Solution;
import org.cohort.selection.optimiser.Swap;
import org.jspecify.annotations.Nullable;

/** What people do to a cohort, and what that costs: figures, exchanges, reasons, who waits. No solver; fast. */
final class Replacements {

	private static final Optimiser OPTIMISER = new Optimiser();

	private Replacements() {
	}

	/**
	 * What replacing a member by this applicant changes; positive is better.
	 *
	 * @param diversity in shares of the best possible
	 * @param score of the mean
	 * @param overshoot persons beyond the targets, per seat; negative is better
	 * @param warnings hard limits and decisions that it would go against
	 */
	record Cost(Entrant with, double diversity, @Nullable Double score, double overshoot, List<String> warnings) {
	}

	/** How good this cohort is. */
	static Figures figures(PoolOfRound round, Collection<UUID> members) {
		List<Entrant> cohort = round.members(members);
		Solution solution = OPTIMISER.appraise(round.pool(), round.wishes(Math.max(1, members.size())), codes(cohort));
		return new Figures(solution.diversity(), PoolOfRound.meanScore(cohort), round.comparisons(members));
	}

	/**
	 * What it would change to put each of the others into this member's place, the least loss first. A member who has
	 * left the pool counts for nothing any more, so that everybody is a gain.
	 */
	static List<Cost> replacements(PoolOfRound round, List<UUID> members, UUID out) {
		String leaving = round.byId(out).map(Entrant::code).orElse(null);
		List<Entrant> before = round.members(members);
		Double mean = PoolOfRound.meanScore(before);
		Map<String, Entrant> byCode = new HashMap<>();
		round.entrants().forEach(entrant -> byCode.put(entrant.code(), entrant));
		List<Cost> costs = new ArrayList<>();
		for (Swap swap : OPTIMISER.substitutes(round.pool(), measured(round, members), codes(before), leaving)) {
			Entrant with = byCode.get(swap.in());
			List<String> warnings = new ArrayList<>(swap.broken());
			round.reasonAgainst(with).ifPresent(warnings::add);
			costs.add(new Cost(with, swap.objective(), mean == null ? null : meanAfter(before, out, with) - mean,
					swap.overshoot(), warnings));
		}
		return costs;
	}

	private static double meanAfter(List<Entrant> before, UUID out, Entrant with) {
		List<Entrant> after = new ArrayList<>(before.stream().filter(entrant -> !entrant.applicationId().equals(out))
				.toList());
		after.add(with);
		Double mean = PoolOfRound.meanScore(after);
		return mean == null ? 0 : mean;
	}

	/** Why everybody is in this cohort or not. Members who have left the pool have no reason any more. */
	static Map<UUID, Reason> reasons(PoolOfRound round, List<UUID> members) {
		Pool pool = round.pool();
		Map<UUID, Reason> reasons = new HashMap<>();
		Map<String, UUID> ids = new HashMap<>();
		round.entrants().forEach(entrant -> ids.put(entrant.code(), entrant.applicationId()));
		new Reasons(round.dimensions())
			.of(OPTIMISER.explain(pool, measured(round, members), codes(round.members(members))))
			.forEach((code, reason) -> reasons.put(ids.get(code), reason));
		return reasons;
	}

	/**
	 * The others in the order in which they would be added to the cohort one by one, each time whoever adds most: first
	 * by diversity, then by overshoot, score and lot. Whom the committee excluded, or the merit floor, does not wait.
	 */
	static List<UUID> waitingList(PoolOfRound round, List<UUID> members, int length) {
		Set<String> out = new HashSet<>();
		round.entrants().stream().filter(entrant -> !members.contains(entrant.applicationId()))
			.filter(entrant -> round.reasonAgainst(entrant).isPresent()).forEach(entrant -> out.add(entrant.code()));
		Map<String, UUID> ids = new HashMap<>();
		round.entrants().forEach(entrant -> ids.put(entrant.code(), entrant.applicationId()));
		Pool pool = round.pool();
		List<String> cohort = new ArrayList<>(codes(round.members(members)));
		List<UUID> waiting = new ArrayList<>();
		while (waiting.size() < length && cohort.size() + out.size() < pool.size()) {
			Policy larger = round.limits(cohort.size() + 1);
			String next = OPTIMISER.substitutes(pool, larger, cohort, null).stream().map(Swap::in)
				.filter(code -> !out.contains(code)).findFirst().orElseThrow();
			cohort.add(next);
			waiting.add(ids.get(next));
		}
		return waiting;
	}

	/** People compare by D, whatever the computation maximised. */
	private static Policy measured(PoolOfRound round, List<UUID> members) {
		return round.limits(members.size()).withObjective(Objective.DIVERSITY);
	}

	private static List<String> codes(List<Entrant> entrants) {
		return entrants.stream().map(Entrant::code).toList();
	}
}
