package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.cohort.selection.optimiser.Explanations.NotSelected;
import org.cohort.selection.optimiser.Explanations.Selected;
import org.cohort.selection.optimiser.Swapping.Change;

import org.jspecify.annotations.Nullable;

/** Says for everybody why they were chosen or not. */
final class Explaining {

	private final Pool pool;

	private final Instance instance;

	private final List<Integer> cohort;

	private final Swapping swapping;

	Explaining(Pool pool, Instance instance, List<Integer> cohort) {
		this.pool = pool;
		this.instance = instance;
		this.cohort = cohort;
		this.swapping = new Swapping(instance, cohort);
	}

	Explanations explain() {
		SortedMap<String, Selected> selected = new TreeMap<>();
		List<Integer> outside = swapping.firstOutside();
		for (int person : cohort) {
			selected.put(id(person), selected(person, outside));
		}
		return new Explanations(selected, notSelected());
	}

	SortedMap<String, Swap> ifDeclines() {
		SortedMap<String, Swap> table = new TreeMap<>();
		List<Integer> outside = swapping.firstOutside();
		for (int person : cohort) {
			Change best = swapping.substitute(person, outside);
			if (best != null) {
				table.put(id(person), swapping.describe(person, best.in()));
			}
		}
		return table;
	}

	private Selected selected(int person, List<Integer> outside) {
		List<Trait> needed = new ArrayList<>();
		double loss = 0;
		for (int feature : instance.features(person)) {
			if (feature < instance.targets()) {
				int count = swapping.count(feature);
				double change = instance.measure.worth(feature, count - 1) - instance.measure.worth(feature, count);
				loss += change;
				if (change < 0) {
					needed.add(instance.measure.traits().get(feature));
				}
			}
		}
		Change best = swapping.substitute(person, outside);
		return new Selected(id(person), needed, loss, best == null ? null : swapping.describe(person, best.in()),
				instance.policy.pins().stream().filter(pin -> pin.id().equals(id(person))).map(Pin::reason).findFirst()
						.orElse(null));
	}

	private SortedMap<String, NotSelected> notSelected() {
		SortedMap<String, NotSelected> table = new TreeMap<>();
		for (Candidate candidate : pool.candidates()) {
			String reason = instance.reasonAgainst(candidate);
			if (reason != null) {
				table.put(candidate.id(), new NotSelected(candidate.id(), null, false, reason));
			}
		}
		for (Kind kind : instance.kinds) {
			List<Integer> outside = kind.members().stream().filter(person -> !swapping.chosen(person)).toList();
			if (outside.isEmpty()) {
				continue;
			}
			// All of a kind displace the same member, because only their own merit and lot differ.
			Change best = cheapest(outside.getFirst());
			for (int person : outside) {
				table.put(id(person), best == null ? new NotSelected(id(person), null, false, null)
						: notSelected(swapping.change(best.out(), person)));
			}
		}
		return table;
	}

	private NotSelected notSelected(Change change) {
		boolean byLot = change.diversity() == 0 && change.overshoot() == 0 && change.merit() == 0;
		return new NotSelected(id(change.in()), swapping.describe(change.out(), change.in()), byLot, null);
	}

	private @Nullable Change cheapest(int in) {
		Change best = null;
		for (int out : cohort) {
			Change change = swapping.change(out, in);
			if (change.allowed() && change.betterThan(best)) {
				best = change;
			}
		}
		return best;
	}

	private String id(int person) {
		return instance.people.get(person).id();
	}
}
