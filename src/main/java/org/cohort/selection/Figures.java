package org.cohort.selection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How good a cohort is, without saying anything about one person.
 *
 * @param diversity D of docs/selection.md, 0 to 1
 * @param meanScore of its members, 0 to 100; {@code null} when nobody has a score
 */
record Figures(double diversity, @Nullable Double meanScore, List<Comparison> comparisons) {

	Figures {
		comparisons = List.copyOf(comparisons);
	}
}
