package org.cohort.selection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.cohort.programme.SelectionSettings;
import org.cohort.selection.Proposal.Input;
import org.cohort.selection.Proposal.Odds;
import org.cohort.selection.Proposal.Point;
import org.cohort.selection.Proposal.Proof;
import org.cohort.selection.Proposal.Result;
import org.cohort.selection.optimiser.Infeasible;
import org.cohort.selection.optimiser.Lottery;
import org.cohort.selection.optimiser.Objective;
import org.cohort.selection.optimiser.Optimiser;
import org.cohort.selection.optimiser.Outcome;
import org.cohort.selection.optimiser.Policy;
import org.cohort.selection.optimiser.Pool;
import org.cohort.selection.optimiser.Run;
import org.cohort.selection.optimiser.Solution;
import org.cohort.selection.optimiser.Tolerances;
import org.cohort.selection.optimiser.Verifier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the optimiser in the words of a round and translates its answers back. One computation at a time, so that
 * several rounds together take no more of the machine than one. No answer leaves before the independent check has
 * agreed.
 */
final class Computation {

	private static final Logger log = LoggerFactory.getLogger(Computation.class);

	private final Optimiser optimiser = new Optimiser();

	private final ReentrantLock turn = new ReentrantLock();

	private final Duration timeLimit;

	private final int threads;

	/** @param threads of the solver; fewer than the machine has, so that the application keeps some */
	Computation(Duration timeLimit, int threads) {
		this.timeLimit = timeLimit;
		this.threads = threads;
	}

	/** A cohort, or why there is none. */
	sealed interface Answer permits Computed, Refusal {
	}

	/**
	 * A computed cohort with everything that is kept of it.
	 *
	 * @param document the stored proposal without the pool
	 * @param fingerprint of the document with the pool
	 */
	record Computed(Input input, String inputHash, Result result, String document, String fingerprint,
			Map<UUID, Reason> reasons) implements Answer {
	}

	/** A run that tells nobody and is never cancelled. */
	Run quiet() {
		return new Run(timeLimit, threads, progress -> {
		}, () -> false);
	}

	Run watched(Watch watch) {
		return new Run(timeLimit, threads, watch::saw, watch::cancelled);
	}

	/** Computes the best cohort. Blocks for as long as the time limit allows: not for a request. */
	Answer cohort(PoolOfRound round, double tolerance, Run run) {
		Pool pool = round.pool();
		Policy policy = round.policy(round.places()).withTolerances(Tolerances.of(tolerance));
		return inTurn(() -> switch (optimiser.select(pool, policy, run)) {
			case Infeasible infeasible -> refusal(round, infeasible);
			case Solution solution -> computed(round, pool, policy, solution, run);
		});
	}

	private Computed computed(PoolOfRound round, Pool pool, Policy policy, Solution solution, Run run) {
		boolean draw = round.rules().method() == SelectionSettings.Method.LOTTERY;
		Lottery lottery = draw ? optimiser.lottery(pool, policy, solution, run) : null;
		var whole = org.cohort.selection.optimiser.Proposal.of(pool, policy, solution, lottery);
		String document = whole.toJson();
		Verifier.Verification verification = new Verifier().verify(document);
		if (!verification.holds()) {
			throw new IllegalStateException("The independent check does not agree: " + verification.checks().stream()
				.filter(check -> !check.holds()).map(Verifier.Check::what).toList());
		}
		List<String> codes = lottery == null ? solution.selected() : lottery.cohort();
		List<UUID> members = ids(round, codes);
		List<Point> frontier = draw || !pool.hasMerit() ? List.of() : frontier(round, pool, policy, run);
		Map<UUID, Reason> reasons = new HashMap<>();
		new Reasons(round.dimensions()).of(optimiser.explain(pool, policy.withObjective(Objective.DIVERSITY), codes))
			.forEach((code, reason) -> reasons.put(round.byCode(code).orElseThrow().applicationId(), reason));
		Proof proof = new Proof(solution.best(), solution.precision(), solution.settled(), solution.overshoot(),
				verification.checks().size());
		Result result = new Result(members, solution.objective(), solution.bound(), solution.optimal(), solution.solver(),
				Replacements.figures(round, members), frontier, lottery == null ? null : odds(lottery), proof);
		return new Computed(input(round), whole.inputHash(), result, whole.withPool(new Pool(List.of())).toJson(),
				whole.fingerprint(), reasons);
	}

	private List<Point> frontier(PoolOfRound round, Pool pool, Policy policy, Run run) {
		try {
			return optimiser.frontier(pool, policy, run).points().stream()
				.map(point -> point(round, point.tolerance(), ids(round, point.solution().selected()))).toList();
		}
		catch (CancellationException cancelled) {
			throw cancelled;
		}
		catch (RuntimeException tooLate) {
			log.warn("No frontier for this proposal: {}", tooLate.toString());
			return List.of();
		}
	}

	private static Point point(PoolOfRound round, double tolerance, List<UUID> members) {
		return new Point(tolerance, members, Replacements.figures(round, members));
	}

	private static Odds odds(Lottery lottery) {
		return new Odds(lottery.minimum(), lottery.minimumOfPossible(), lottery.gini(), lottery.percentiles(),
				lottery.never().size(), lottery.panels().size());
	}

	/**
	 * Who gets the free seats: the cohort is computed again with those who hold a seat pinned. If the hard limits can no
	 * longer be kept by those who are left, they are let go of: an empty seat serves nobody. Blocks, as {@link #cohort}.
	 *
	 * @param round whoever holds a seat or waits, and nobody else
	 */
	List<UUID> refill(PoolOfRound round, Collection<UUID> holders, int free) {
		int places = Math.min(round.entrants().size(), holders.size() + free);
		Pool pool = round.pool();
		return inTurn(() -> {
			Outcome outcome = optimiser.select(pool, pinned(round, round.limits(places), holders), quiet());
			if (outcome instanceof Infeasible) {
				outcome = optimiser.select(pool, pinned(round, round.wishes(places), holders), quiet());
			}
			if (!(outcome instanceof Solution solution)) {
				throw new IllegalStateException("Those who wait do not fill the seats");
			}
			List<UUID> chosen = new ArrayList<>(ids(round, solution.selected()));
			chosen.removeAll(holders);
			return chosen;
		});
	}

	private static Policy pinned(PoolOfRound round, Policy policy, Collection<UUID> holders) {
		Policy pinned = policy;
		for (Entrant holder : round.members(holders)) {
			pinned = pinned.withPin(holder.code(), "holds a seat");
		}
		return pinned;
	}

	/** Whether this thread waits for its turn. */
	boolean awaitedBy(Thread thread) {
		return turn.hasQueuedThread(thread);
	}

	/** Computes something as soon as nothing else is computed. */
	<T> T inTurn(Supplier<T> computation) {
		try {
			turn.lockInterruptibly();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new CancellationException("The computation was cancelled.");
		}
		try {
			return computation.get();
		}
		finally {
			turn.unlock();
		}
	}

	private static Refusal refusal(PoolOfRound round, Infeasible infeasible) {
		return new Refusal(infeasible.conflict().stream().map(limit -> spoken(round, limit)).toList(),
				infeasible.relaxation().stream()
					.map(change -> spoken(round, change.limit()) + ": " + change.instead()).toList());
	}

	/** «gender=woman» as the programme calls it. */
	private static String spoken(PoolOfRound round, String limit) {
		String words = limit;
		for (Dimension dimension : round.dimensions()) {
			for (Dimension.Aim aim : dimension.aims()) {
				words = words.replaceAll("\\b" + dimension.key() + "=" + aim.value() + "(?![a-z0-9-])",
						java.util.regex.Matcher.quoteReplacement(dimension.label() + " «" + aim.label() + "»"));
			}
		}
		return words;
	}

	private static Input input(PoolOfRound round) {
		return new Input(round.seats(), round.dimensions(), round.entrants().stream().map(entrant -> {
			var open = new TreeMap<>(entrant.values());
			round.dimensions().stream().filter(Dimension::demographic).forEach(dimension -> open.remove(dimension.key()));
			return new Input.Applicant(entrant.applicationId(), entrant.code(), entrant.score(), open);
		}).toList());
	}

	private static List<UUID> ids(PoolOfRound round, List<String> codes) {
		Map<String, UUID> byCode = new HashMap<>();
		round.entrants().forEach(entrant -> byCode.put(entrant.code(), entrant.applicationId()));
		return codes.stream().map(byCode::get).toList();
	}

	/** The tolerance that was asked for, or the programme's. */
	static double tolerance(@Nullable Double asked, PoolOfRound round) {
		return asked == null ? round.rules().tolerance() : asked;
	}
}
