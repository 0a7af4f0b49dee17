package org.cohort.selection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import org.cohort.selection.Proposal.Input;
import org.cohort.selection.Proposal.Result;
import org.cohort.selection.optimiser.Infeasible;
import org.cohort.selection.optimiser.Optimiser;
import org.cohort.selection.optimiser.Outcome;
import org.cohort.selection.optimiser.Policy;
import org.cohort.selection.optimiser.Pool;
import org.cohort.selection.optimiser.Run;
import org.cohort.selection.optimiser.Solution;
import org.cohort.selection.optimiser.Tolerances;
import org.jspecify.annotations.Nullable;

/** Asks the optimiser in the words of a round and translates its answers back. No state, no Spring. */
final class Computation {

	/** How much diversity may be given up for stronger applications: docs/selection.md, step 3. */
	private static final Tolerances TOLERANCES = Tolerances.of(0.01);

	private final Optimiser optimiser = new Optimiser();

	private final Duration timeLimit;

	Computation(Duration timeLimit) {
		this.timeLimit = timeLimit;
	}

	/** A computed cohort with everything that is kept of it. */
	record Computed(Input input, String inputHash, Result result) {
	}

	/** What replacing a member by this applicant changes; positive is better. */
	record Cost(Entrant with, double diversity, @Nullable Double score) {
	}

	/** Computes the best cohort. Blocks for as long as the time limit allows: not for a request. */
	Computed cohort(PoolOfRound round) {
		Pool pool = round.pool();
		Policy policy = round.policy(round.places()).withTolerances(TOLERANCES);
		Solution solution = solve(pool, policy);
		List<UUID> members = ids(round, solution.selected());
		var audit = org.cohort.selection.optimiser.Proposal.of(pool, policy, solution, null);
		return new Computed(input(round), audit.inputHash(), new Result(members, solution.objective(), solution.bound(),
				solution.optimal(), solution.solver(), figures(round, members)));
	}

	/** How good this cohort is; fast enough for a request. */
	Figures figures(PoolOfRound round, Collection<UUID> members) {
		List<Entrant> cohort = round.members(members);
		return new Figures(diversity(round, members.size()).of(cohort), PoolOfRound.meanScore(cohort), round.comparisons(members));
	}

	/**
	 * What it would change to put each of the others into this member's place, the least loss first. A member who has
	 * left the pool counts for nothing any more, so that everybody is a gain.
	 */
	List<Cost> replacements(PoolOfRound round, List<UUID> members, UUID out) {
		Figures before = figures(round, members);
		Diversity measure = diversity(round, members.size());
		List<Cost> costs = new ArrayList<>();
		for (Entrant with : round.entrants()) {
			if (!members.contains(with.applicationId())) {
				List<UUID> after = new ArrayList<>(members);
				after.set(after.indexOf(out), with.applicationId());
				double diversity = measure.of(round.members(after)) - before.diversity();
				Double mean = PoolOfRound.meanScore(round.members(after));
				costs.add(new Cost(with, diversity, before.meanScore() == null || mean == null ? null : mean - before.meanScore()));
			}
		}
		costs.sort(Comparator.comparingDouble(Cost::diversity)
			.thenComparingDouble(cost -> cost.score() == null ? 0 : cost.score())
			.reversed()
			.thenComparing(cost -> cost.with().code()));
		return costs;
	}

	/**
	 * Who gets the free seats: the cohort is computed again with those who hold a seat pinned. Blocks, as
	 * {@link #cohort} does.
	 *
	 * @param round whoever holds a seat or waits, and nobody else
	 */
	List<UUID> refill(PoolOfRound round, Collection<UUID> holders, int free) {
		int places = Math.min(round.entrants().size(), holders.size() + free);
		Policy policy = round.policy(places).withTolerances(TOLERANCES);
		for (Entrant holder : round.members(holders)) {
			policy = policy.withPin(holder.code(), "holds a seat");
		}
		List<UUID> chosen = new ArrayList<>(ids(round, solve(round.pool(), policy).selected()));
		chosen.removeAll(holders);
		return chosen;
	}

	/**
	 * The others in the order in which they would be added to the cohort one by one, each time whoever adds most: first
	 * by diversity, then by score.
	 */
	List<UUID> waitingList(PoolOfRound round, List<UUID> members, int length) {
		List<Entrant> cohort = new ArrayList<>(round.members(members));
		List<Entrant> others = new ArrayList<>(
				round.entrants().stream().filter(entrant -> !members.contains(entrant.applicationId())).toList());
		List<UUID> waiting = new ArrayList<>();
		while (waiting.size() < length && !others.isEmpty()) {
			Diversity measure = diversity(round, cohort.size() + 1);
			Entrant next = others.stream().max(Comparator.comparingDouble((Entrant other) -> measure.of(with(cohort, other)))
				.thenComparingDouble(other -> other.score() == null ? 0 : other.score())
				.thenComparing(Entrant::code)).orElseThrow();
			others.remove(next);
			cohort.add(next);
			waiting.add(next.applicationId());
		}
		return waiting;
	}

	private static List<Entrant> with(List<Entrant> cohort, Entrant other) {
		List<Entrant> larger = new ArrayList<>(cohort);
		larger.add(other);
		return larger;
	}

	private static Diversity diversity(PoolOfRound round, int seats) {
		return new Diversity(round.dimensions(), seats);
	}

	private Solution solve(Pool pool, Policy policy) {
		Outcome outcome = optimiser.select(pool, policy, Run.within(timeLimit));
		return switch (outcome) {
			case Solution solution -> solution;
			case Infeasible infeasible -> throw new IllegalStateException(
					"No cohort keeps all limits; they contradict each other: " + infeasible.conflict());
		};
	}

	private static Input input(PoolOfRound round) {
		return new Input(round.seats(), round.dimensions(), round.entrants().stream().map(entrant -> {
			var open = new TreeMap<>(entrant.values());
			round.dimensions().stream().filter(Dimension::demographic).forEach(dimension -> open.remove(dimension.key()));
			return new Input.Applicant(entrant.applicationId(), entrant.code(), entrant.score(), open);
		}).toList());
	}

	private static List<UUID> ids(PoolOfRound round, List<String> codes) {
		return codes.stream().map(code -> round.byCode(code).orElseThrow().applicationId()).toList();
	}
}
