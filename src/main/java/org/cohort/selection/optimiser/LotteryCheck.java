package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.cohort.selection.optimiser.Verifier.Check;

/** Checks every panel of a lottery, the chances that they give, and the draw. */
final class LotteryCheck {

	/** 1,000 panels are whole copies of a distribution; nobody's share may drift further than this. */
	private static final double DRAWING = 0.03;

	private final Proposal proposal;

	private final Lottery lottery;

	LotteryCheck(Proposal proposal, Lottery lottery) {
		this.proposal = proposal;
		this.lottery = lottery;
	}

	void run(List<Check> checks) {
		String wrong = panels(lottery.panels());
		checks.add(new Check("every panel keeps the limits and is diverse enough", wrong.isEmpty(),
				wrong.isEmpty() ? lottery.panels().size() + " panels" : wrong));
		distribution(checks);
		double furthest = furthest();
		checks.add(new Check("panels give the stated chances, but for drawing", furthest <= DRAWING,
				"differ by at most " + Verifier.number(furthest)));
		Chances stated = new Chances(lottery.probabilities(), lottery.never());
		checks.add(new Check("smallest chance", Math.abs(stated.minimum() - lottery.minimum()) < 1e-9,
				Verifier.number(stated.minimum())));
		checks.add(new Check("smallest chance of those who can be chosen",
				Math.abs(stated.minimumOfPossible() - lottery.minimumOfPossible()) < 1e-9,
				Verifier.number(stated.minimumOfPossible())));
		checks.add(new Check("Gini", Math.abs(stated.gini() - lottery.gini()) < 1e-9,
				Verifier.number(stated.gini())));
		int drawn = new Lots(proposal.policy().seed()).below(lottery.panels().size(), Chances.DRAW);
		checks.add(new Check("panel that the seed draws", drawn == lottery.drawn(), String.valueOf(drawn)));
	}

	/** The chances are what the weighted cohorts give when people who are the same share them. */
	private void distribution(List<Check> checks) {
		Map<String, List<String>> same = new HashMap<>();
		Map<String, String> kindOf = new HashMap<>();
		Set<String> pinned = new HashSet<>(proposal.policy().pins().stream().map(Pin::id).toList());
		for (Candidate candidate : proposal.pool().candidates()) {
			if (Instance.mayBeChosen(candidate, proposal.policy(), pinned)) {
				String kind = pinned.contains(candidate.id()) + "|" + counted(candidate) + "|" + candidate.groups();
				same.computeIfAbsent(kind, none -> new ArrayList<>()).add(candidate.id());
				kindOf.put(candidate.id(), kind);
			}
		}
		Map<String, Double> expected = new HashMap<>();
		double sum = 0;
		for (Lottery.Weighted weighted : lottery.distribution()) {
			sum += weighted.weight();
			weighted.cohort().forEach(id -> expected.merge(String.valueOf(kindOf.get(id)), weighted.weight(), Double::sum));
		}
		boolean agree = Math.abs(sum - 1) < 1e-9;
		for (Map.Entry<String, List<String>> kind : same.entrySet()) {
			double chance = expected.getOrDefault(kind.getKey(), 0.0) / kind.getValue().size();
			agree &= kind.getValue().stream()
					.allMatch(id -> Math.abs(lottery.probabilities().getOrDefault(id, -1.0) - chance) < 1e-9);
		}
		String wrong = panels(lottery.distribution().stream().map(Lottery.Weighted::cohort).toList());
		checks.add(new Check("chances come from tolerated cohorts", agree && wrong.isEmpty(),
				wrong.isEmpty() ? lottery.distribution().size() + " weighted cohorts" : wrong));
	}

	/** Only values with a target, or in a limited pair, tell people apart. */
	private String counted(Candidate candidate) {
		Set<String> counted = new TreeSet<>();
		for (Attribute attribute : proposal.policy().attributes()) {
			for (Target target : attribute.targets()) {
				Trait trait = new Trait(attribute.name(), target.value());
				if (candidate.has(trait)) {
					counted.add(trait.toString());
				}
			}
		}
		for (PairLimit pair : proposal.policy().pairs()) {
			if (candidate.has(pair.first()) && candidate.has(pair.second())) {
				counted.add(pair.first() + " and " + pair.second());
			}
		}
		return counted.toString();
	}

	private double furthest() {
		Map<String, Double> drawn = new HashMap<>();
		lottery.panels().forEach(panel -> panel
				.forEach(id -> drawn.merge(id, 1.0 / lottery.panels().size(), Double::sum)));
		return lottery.probabilities().entrySet().stream()
				.mapToDouble(entry -> Math.abs(entry.getValue() - drawn.getOrDefault(entry.getKey(), 0.0))).max()
				.orElse(0);
	}

	private String panels(List<List<String>> panels) {
		Map<String, Candidate> pool = Verifier.byId(proposal.pool());
		Tolerances allowed = proposal.policy().tolerances();
		Solution best = proposal.solution();
		for (int i = 0; i < panels.size(); i++) {
			List<String> panel = panels.get(i);
			String wrong = Verifier.membership(proposal, panel);
			if (!wrong.isEmpty()) {
				return "panel " + i + ": " + wrong;
			}
			Recount recount = new Recount(proposal.policy(), panel.stream().map(pool::get).toList());
			if (recount.objective() < best.best() * (1 - allowed.diversity()) - 2 * best.precision()) {
				return "panel " + i + " is not diverse enough: " + recount.objective();
			}
		}
		return "";
	}
}
