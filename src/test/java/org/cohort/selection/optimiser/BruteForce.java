package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Looks at every cohort there is, with the formulas alone. */
final class BruteForce {

	private static final double SAME = 1e-7;

	private final Pool pool;

	private final Policy policy;

	BruteForce(Pool pool, Policy policy) {
		this.pool = pool;
		this.policy = policy;
	}

	/** Every cohort that keeps the hard limits, pins, exclusions and the floor. */
	List<List<Candidate>> cohorts() {
		List<List<Candidate>> cohorts = new ArrayList<>();
		Proposal rules = new Proposal(1, "", "", pool, policy, null, null);
		subsets(new ArrayList<>(), 0, cohort -> {
			if (Verifier.membership(rules, cohort.stream().map(Candidate::id).toList()).isEmpty()) {
				cohorts.add(List.copyOf(cohort));
			}
		});
		return cohorts;
	}

	private void subsets(List<Candidate> chosen, int from, Consumer<List<Candidate>> found) {
		if (chosen.size() == policy.seats()) {
			found.accept(chosen);
			return;
		}
		for (int i = from; i < pool.size(); i++) {
			chosen.add(pool.candidates().get(i));
			subsets(chosen, i + 1, found);
			chosen.removeLast();
		}
	}

	double objective(List<Candidate> cohort) {
		return new Recount(policy, cohort).objective();
	}

	double best() {
		return cohorts().stream().mapToDouble(this::objective).max().orElseThrow();
	}

	/** The cohort that the rules of {@code docs/selection.md} name, ids sorted. */
	List<String> chosen() {
		List<List<Candidate>> all = cohorts();
		double best = all.stream().mapToDouble(this::objective).max().orElseThrow();
		double least = all.stream().filter(cohort -> objective(cohort) >= best - SAME)
				.mapToDouble(cohort -> new Recount(policy, cohort).overshoot()).min().orElseThrow();
		double floor = best * (1 - policy.tolerances().diversity()) - SAME;
		double most = least + policy.tolerances().overshoot() + SAME;
		Lots lots = new Lots(policy.seed());
		return all.stream()
				.filter(cohort -> objective(cohort) >= floor && new Recount(policy, cohort).overshoot() <= most)
				.max(Comparator.<List<Candidate>>comparingDouble(cohort -> Math.rint(1e6 * merit(cohort)))
						.thenComparingLong(cohort -> cohort.stream().mapToLong(one -> lots.of(one.id())).sum()))
				.orElseThrow().stream().map(Candidate::id).sorted().toList();
	}

	private static double merit(List<Candidate> cohort) {
		return cohort.stream().mapToDouble(one -> one.merit() == null ? 0 : one.merit()).sum();
	}
}
