package org.cohort.selection.optimiser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.cohort.selection.optimiser.Verifier.Check;

/** Checks every panel of a lottery, the chances that they give, and the draw. */
final class LotteryCheck {

	private final Proposal proposal;

	private final Lottery lottery;

	LotteryCheck(Proposal proposal, Lottery lottery) {
		this.proposal = proposal;
		this.lottery = lottery;
	}

	void run(List<Check> checks) {
		checks.add(new Check("every panel keeps the limits and the tolerances", panels().isEmpty(),
				panels().isEmpty() ? lottery.panels().size() + " panels" : panels()));
		Map<String, Double> chances = new HashMap<>();
		lottery.panels().forEach(panel -> panel
				.forEach(id -> chances.merge(id, 1.0 / lottery.panels().size(), Double::sum)));
		boolean same = proposal.pool().candidates().stream().allMatch(candidate -> Math
				.abs(chances.getOrDefault(candidate.id(), 0.0) - lottery.probabilities().getOrDefault(candidate.id(), 0.0)) < 1e-9);
		checks.add(new Check("chances are those that the panels give", same, chances.size() + " have a chance"));
		Chances stated = new Chances(lottery.probabilities(), lottery.never());
		checks.add(new Check("smallest chance", Math.abs(stated.minimum() - lottery.minimum()) < 1e-9,
				Verifier.number(stated.minimum())));
		checks.add(new Check("Gini", Math.abs(stated.gini() - lottery.gini()) < 1e-9,
				Verifier.number(stated.gini())));
		int drawn = new Lots(proposal.policy().seed()).below(lottery.panels().size(), Chances.DRAW);
		checks.add(new Check("panel that the seed draws", drawn == lottery.drawn(), String.valueOf(drawn)));
	}

	private String panels() {
		Map<String, Candidate> pool = Verifier.byId(proposal.pool());
		Tolerances allowed = proposal.policy().tolerances();
		Solution best = proposal.solution();
		for (int i = 0; i < lottery.panels().size(); i++) {
			List<String> panel = lottery.panels().get(i);
			String wrong = Verifier.membership(proposal, panel);
			if (!wrong.isEmpty()) {
				return "panel " + i + ": " + wrong;
			}
			Recount recount = new Recount(proposal.policy(), panel.stream().map(pool::get).toList());
			if (recount.objective() < best.bound() * (1 - allowed.diversity()) - 2 * best.precision() && best.optimal()) {
				return "panel " + i + " is not diverse enough: " + recount.objective();
			}
		}
		return "";
	}
}
