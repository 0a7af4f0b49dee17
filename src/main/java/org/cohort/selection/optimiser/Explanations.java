package org.cohort.selection.optimiser;

import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/** Why everybody was chosen or not. All changes are those of the policy's objective and of the sum of merit. */
public record Explanations(SortedMap<String, Selected> selected, SortedMap<String, NotSelected> notSelected) {

	/**
	 * @param neededFor values of which the cohort would have less than the target without this person
	 * @param withoutThem what the objective loses when their seat stays empty (negative or 0)
	 * @param substitute the best one to take the seat, {@code null} when nobody may
	 * @param pinned the reason when they were pinned, else {@code null}
	 */
	public record Selected(String id, List<Trait> neededFor, double withoutThem, @Nullable Swap substitute,
			@Nullable String pinned) {
	}

	/**
	 * @param best the swap that would bring them in at the least cost, {@code null} when none keeps the hard limits
	 * @param byLot nothing but the lot decided between them and {@code best.out()}
	 * @param excluded the reason when they were excluded or below the merit floor, else {@code null}
	 */
	public record NotSelected(String id, @Nullable Swap best, boolean byLot, @Nullable String excluded) {
	}
}
