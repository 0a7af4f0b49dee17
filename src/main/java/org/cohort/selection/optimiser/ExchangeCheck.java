package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.cohort.selection.optimiser.Verifier.Check;

/**
 * Looks for a better cohort one exchange away: a necessary condition of every claim of optimality, and the quickest way
 * to expose an altered cohort. Equal people are compared once.
 */
final class ExchangeCheck {

	private static final double NOTICEABLE = 1e-7;

	private final Policy policy;

	private final Solution solution;

	private final List<Candidate> members = new ArrayList<>();

	/** Members who could be exchanged. */
	private final List<Candidate> inside = new ArrayList<>();

	private final Map<String, List<Candidate>> outside = new TreeMap<>();

	ExchangeCheck(Proposal proposal) {
		this.policy = proposal.policy();
		this.solution = proposal.solution();
		Set<String> chosen = new HashSet<>(solution.selected());
		Set<String> pinned = new HashSet<>(policy.pins().stream().map(Pin::id).toList());
		for (Candidate candidate : proposal.pool().candidates()) {
			if (chosen.contains(candidate.id())) {
				members.add(candidate);
				if (!pinned.contains(candidate.id())) {
					inside.add(candidate);
				}
			}
			else if (Instance.mayBeChosen(candidate, policy, pinned)) {
				outside.computeIfAbsent(same(candidate), none -> new ArrayList<>()).add(candidate);
			}
		}
	}

	private String same(Candidate candidate) {
		return candidate.values() + "|" + (policy.atMostPerGroup().isEmpty() ? "" : candidate.groups());
	}

	void run(List<Check> checks) {
		if (!solution.optimal() || solution.objective() < solution.best() - NOTICEABLE) {
			return;
		}
		Exchanges exchanges = new Exchanges(policy, solution.counts());
		String better = "none found";
		Set<String> tried = new HashSet<>();
		for (Candidate out : inside) {
			if (!tried.add(same(out))) {
				continue;
			}
			for (List<Candidate> equal : outside.values()) {
				Candidate in = equal.getFirst();
				if (exchanges.gain(out, in) > NOTICEABLE && keepsLimits(out, in)) {
					better = in.id() + " instead of " + out.id();
				}
			}
		}
		checks.add(new Check("no exchange of two people is more diverse", better.equals("none found"), better));
		if (solution.settled()) {
			checks.add(equals());
		}
	}

	/** Of people who are the same, the strongest are in, and of those as strong, the ones with the larger lots. */
	private Check equals() {
		Lots lots = new Lots(policy.seed());
		for (Candidate in : inside) {
			for (Candidate out : outside.getOrDefault(same(in), List.of())) {
				Double strength = in.merit();
				Double other = out.merit();
				int compared = strength == null || other == null ? 0 : Double.compare(other, strength);
				if (compared > 0 || compared == 0 && lots.of(out.id()) > lots.of(in.id())) {
					return new Check("among equals merit and lot decided", false,
							out.id() + " should be in instead of " + in.id());
				}
			}
		}
		return new Check("among equals merit and lot decided", true, "checked");
	}

	private boolean keepsLimits(Candidate out, Candidate in) {
		boolean limited = !policy.pairs().isEmpty() || !policy.atMostPerGroup().isEmpty() || policy.attributes().stream()
				.anyMatch(attribute -> attribute.targets().stream()
						.anyMatch(target -> target.min() != null || target.max() != null));
		if (!limited) {
			return true;
		}
		List<Candidate> cohort = new ArrayList<>(members);
		cohort.remove(out);
		cohort.add(in);
		return new Recount(policy, cohort).broken().isEmpty();
	}
}
