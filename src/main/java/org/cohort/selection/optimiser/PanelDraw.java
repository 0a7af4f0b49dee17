package org.cohort.selection.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.cohort.selection.optimiser.Leximin.Fair;

/**
 * Turns a distribution over panels into equally likely ones with names. Systematic sampling: whoever does not know the
 * seed expects exactly the fair chances, and the panels differ from them by little. Within a kind everybody takes their
 * turn in an order that the seed shuffles.
 */
final class PanelDraw {

	static final int PANELS = 1000;

	private final Instance instance;

	private final Lots lots;

	PanelDraw(Instance instance) {
		this.instance = instance;
		this.lots = new Lots(instance.policy.seed());
	}

	List<List<String>> panels(Fair fair) {
		List<int[]> shuffled = new ArrayList<>();
		int[] next = new int[instance.kinds.size()];
		for (int t = 0; t < next.length; t++) {
			shuffled.add(instance.kinds.get(t).members().stream()
					.sorted(Comparator.comparingLong(person -> lots.of("turn " + id(person))))
					.mapToInt(Integer::intValue).toArray());
			next[t] = lots.below(shuffled.get(t).length, "first turn " + id(shuffled.get(t)[0]));
		}
		List<List<String>> named = new ArrayList<>();
		for (Panel panel : copies(fair)) {
			List<String> ids = new ArrayList<>();
			for (int t = 0; t < panel.taken.length; t++) {
				int[] members = shuffled.get(t);
				for (int i = 0; i < panel.taken[t]; i++) {
					ids.add(id(members[next[t]]));
					next[t] = (next[t] + 1) % members.length;
				}
			}
			named.add(ids.stream().sorted().toList());
		}
		return named;
	}

	/** Every panel as often as its weight says, up or down to the next whole number as the seed decides. */
	private List<Panel> copies(Fair fair) {
		TreeMap<String, Integer> order = new TreeMap<>();
		for (int i = 0; i < fair.panels().size(); i++) {
			order.put(Arrays.toString(fair.panels().get(i).taken), i);
		}
		List<Panel> copies = new ArrayList<>();
		double start = lots.below(1 << 30, "start of the sampling") / (double) (1 << 30);
		double reached = 0;
		for (int i : order.values()) {
			reached += fair.weights()[i] * PANELS;
			while (copies.size() < PANELS && copies.size() + start < reached) {
				copies.add(fair.panels().get(i));
			}
		}
		while (copies.size() < PANELS) {
			copies.add(copies.getLast());
		}
		return copies;
	}

	private String id(int person) {
		return instance.people.get(person).id();
	}
}
