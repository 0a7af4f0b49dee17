package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Checks a stored proposal without any solver: hashes, limits, figures, that no exchange of two people is better, lots,
 * panels and the draw. It cannot prove the bound anew; for that run {@code select} on the same input.
 */
public final class Verifier {

	/** Figures are sums of a few hundred square roots; this is far more than their rounding. */
	private static final double EXACT = 1e-9;

	/** All checks, each with what was found; {@code holds} when all do. */
	public record Verification(boolean holds, List<Check> checks) {

		public Verification {
			checks = List.copyOf(checks);
		}
	}

	/** One check in words. */
	public record Check(String what, boolean holds, String found) {
	}

	private final List<Check> checks = new ArrayList<>();

	/** Never throws for a bad document: what cannot be read does not hold. */
	public Verification verify(String json) {
		checks.clear();
		check("fingerprint of this document (compare it with the published one)", true, Documents.sha256(json));
		try {
			Proposal proposal = Proposal.fromJson(json);
			check("format", proposal.format() == Proposal.FORMAT, String.valueOf(proposal.format()));
			hashes(proposal);
			if (cohort(proposal, "cohort", proposal.solution().selected())) {
				figures(proposal);
				new ExchangeCheck(proposal).run(checks);
			}
			if (proposal.lottery() != null) {
				new LotteryCheck(proposal, proposal.lottery()).run(checks);
			}
		}
		catch (InvalidInputException | IllegalArgumentException | NullPointerException unreadable) {
			check("readable", false, String.valueOf(unreadable.getMessage()));
		}
		return new Verification(checks.stream().allMatch(Check::holds), checks);
	}

	private void hashes(Proposal proposal) {
		String hash = Documents.inputHash(proposal.pool(), proposal.policy());
		check("input hash", hash.equals(proposal.inputHash()), hash);
		String commitment = Proposal.commitment(proposal.policy().seed());
		check("seed and its commitment", commitment.equals(proposal.seedCommitment()), commitment);
	}

	private boolean cohort(Proposal proposal, String what, List<String> ids) {
		String wrong = membership(proposal, ids);
		check(what + " keeps every hard limit", wrong.isEmpty(), wrong.isEmpty() ? ids.size() + " chosen" : wrong);
		return wrong.isEmpty();
	}

	/** What is wrong with a cohort's members, empty when nothing is. */
	static String membership(Proposal proposal, List<String> ids) {
		Policy policy = proposal.policy();
		Map<String, Candidate> pool = byId(proposal.pool());
		Set<String> chosen = new HashSet<>(ids);
		if (chosen.size() != ids.size() || ids.size() != policy.seats()) {
			return ids.size() + " ids, " + chosen.size() + " different ones, for " + policy.seats() + " seats";
		}
		if (!pool.keySet().containsAll(chosen)) {
			return "somebody is not in the pool";
		}
		Set<String> pinned = new HashSet<>(policy.pins().stream().map(Pin::id).toList());
		if (!chosen.containsAll(pinned)) {
			return "somebody who is pinned is missing";
		}
		if (policy.exclusions().stream().anyMatch(exclusion -> chosen.contains(exclusion.id()))) {
			return "somebody who is excluded is in";
		}
		Double floor = policy.meritFloor();
		for (String id : ids) {
			Double merit = pool.get(id).merit();
			if (floor != null && merit != null && merit < floor && !pinned.contains(id)) {
				return id + " is below the merit floor";
			}
		}
		return String.join("; ", new Recount(policy, ids.stream().map(pool::get).toList()).broken());
	}

	static Map<String, Candidate> byId(Pool pool) {
		Map<String, Candidate> byId = new HashMap<>();
		pool.candidates().forEach(candidate -> byId.put(candidate.id(), candidate));
		return byId;
	}

	private void figures(Proposal proposal) {
		Solution solution = proposal.solution();
		Map<String, Candidate> pool = byId(proposal.pool());
		Recount recount = new Recount(proposal.policy(), solution.selected().stream().map(pool::get).toList());
		check("counts", recount.counts.equals(solution.counts()), recount.counts.toString());
		same("objective", recount.objective(), solution.objective());
		same("diversity", recount.diversity(), solution.diversity());
		same("entrofy's objective", recount.entrofy(), solution.entrofy());
		same("overshoot", recount.overshoot(), solution.overshoot());
		Double merit = solution.meanMerit();
		if (merit != null) {
			same("mean merit", recount.meanMerit(), merit);
		}
		else {
			check("mean merit", !proposal.pool().hasMerit(), "none");
		}
		double allowed = solution.best() * proposal.policy().tolerances().diversity();
		check("objective is the best one but for the tolerance", solution.objective() <= solution.best() + EXACT
				&& solution.objective() >= solution.best() - allowed - solution.precision(), number(solution.best()));
		double gap = solution.bound() - solution.best();
		check("bound is not below the best objective", gap >= -EXACT, number(gap));
		check("optimal means that bound and best objective agree", !solution.optimal() || gap <= solution.precision() + EXACT,
				number(gap));
		check("precision is that of the method", solution.precision() <= recount.counts.size() * 1.0001e-9,
				number(solution.precision()));
	}

	private void same(String what, double found, double claimed) {
		check(what, Math.abs(found - claimed) <= EXACT * Math.max(1, Math.abs(found)), number(found));
	}

	static String number(double value) {
		return String.format(Locale.ROOT, "%.9g", value);
	}

	private void check(String what, boolean holds, String found) {
		checks.add(new Check(what, holds, found));
	}
}
