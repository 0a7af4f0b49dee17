package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.cohort.selection.optimiser.Leximin.Fair;

/** Puts a lottery together: fair chances, equally likely panels, the draw, and what may be published. */
final class Drawing {

	private final Instance instance;

	private final Engine engine;

	private final Deadline deadline;

	Drawing(Instance instance, Engine engine, Deadline deadline) {
		this.instance = instance;
		this.engine = engine;
		this.deadline = deadline;
	}

	Lottery draw(Solution best) {
		// One unit per target less, for the rounding; the policy's tolerance is measured from the most diverse cohort.
		long reached = (long) Math.floor(best.best() * Measure.UNITS) - instance.targets();
		PanelSearch search = new PanelSearch(instance, engine, deadline,
				Selecting.floor(reached, instance.policy.tolerances().diversity()));
		Fair fair = new Leximin(instance, search, deadline).solve();
		SortedMap<String, Double> chances = new TreeMap<>();
		List<String> never = new ArrayList<>();
		for (int t = 0; t < instance.kinds.size(); t++) {
			for (int person : instance.kinds.get(t).members()) {
				chances.put(instance.people.get(person).id(), Math.min(1, fair.chances()[t]));
				if (fair.never().contains(t)) {
					never.add(instance.people.get(person).id());
				}
			}
		}
		List<Lottery.Weighted> distribution = new ArrayList<>();
		for (int i = 0; i < fair.panels().size(); i++) {
			distribution.add(new Lottery.Weighted(fair.weights()[i], firstOfEveryKind(fair.panels().get(i))));
		}
		List<List<String>> panels = new PanelDraw(instance).panels(fair);
		int drawn = new Lots(instance.policy.seed()).below(panels.size(), Chances.DRAW);
		Chances published = new Chances(chances, never);
		return new Lottery(chances, distribution, panels, drawn, published.minimum(),
				published.minimumOfPossible(), Math.max(fair.minimumBound(), published.minimumOfPossible()), published.gini(),
				published.percentiles(), never, deadline.elapsed());
	}

	private List<String> firstOfEveryKind(Panel panel) {
		List<String> ids = new ArrayList<>();
		for (int t = 0; t < panel.taken.length; t++) {
			instance.kinds.get(t).members().subList(0, panel.taken[t])
					.forEach(person -> ids.add(instance.people.get(person).id()));
		}
		return ids.stream().sorted().toList();
	}
}
