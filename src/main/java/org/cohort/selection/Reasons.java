package org.cohort.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.cohort.selection.optimiser.Explanations;
import org.cohort.selection.optimiser.Explanations.NotSelected;
import org.cohort.selection.optimiser.Explanations.Selected;
import org.cohort.selection.optimiser.Swap;
import org.cohort.selection.optimiser.Trait;

/** Puts the optimiser's explanations into the words of a round, and leaves out what people said about themselves. */
final class Reasons {

	private final Map<String, Dimension> dimensions;

	Reasons(List<Dimension> dimensions) {
		this.dimensions = dimensions.stream().collect(Collectors.toMap(Dimension::key, Function.identity()));
	}

	/** By code. */
	Map<String, Reason> of(Explanations explanations) {
		Map<String, Reason> reasons = new TreeMap<>();
		explanations.selected().forEach((code, selected) -> reasons.put(code, of(selected)));
		explanations.notSelected().forEach((code, not) -> reasons.put(code, of(not)));
		return reasons;
	}

	private Reason of(Selected selected) {
		List<String> open = new ArrayList<>();
		boolean privately = false;
		for (Trait trait : selected.neededFor()) {
			Dimension dimension = dimensions.get(trait.attribute());
			if (dimension != null && dimension.demographic()) {
				privately = true;
			}
			else if (dimension != null) {
				open.add(dimension.label() + ": " + dimension.spoken(trait.value()));
			}
		}
		Swap substitute = selected.substitute();
		return substitute == null
				? new Reason(true, open, privately, selected.withoutThem(), null, 0, 0.0, 0, false, selected.pinned())
				: new Reason(true, open, privately, selected.withoutThem(), substitute.in(), substitute.objective(),
						substitute.overshoot(), substitute.merit(), false, selected.pinned());
	}

	private static Reason of(NotSelected not) {
		Swap best = not.best();
		return best == null ? new Reason(false, List.of(), false, 0, null, 0, 0.0, 0, not.byLot(), not.excluded())
				: new Reason(false, List.of(), false, 0, best.out(), best.objective(), best.overshoot(), best.merit(),
						not.byLot(), not.excluded());
	}
}
