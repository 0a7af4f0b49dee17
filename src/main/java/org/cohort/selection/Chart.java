package org.cohort.selection;

import java.util.ArrayList;
import java.util.List;

/**
 * One attribute drawn as bars: pool, cohort, and a mark at the target. Numbers are lengths in the drawing's own units,
 * 280 wide; the page turns them into SVG and puts the same numbers into a table.
 */
record Chart(Comparison comparison, int height, List<Bar> bars) {

	static final int WIDTH = 280;

	private static final int ROW = 46;

	Chart {
		bars = List.copyOf(bars);
	}

	/**
	 * @param top of its row
	 * @param target where the mark stands; negative when nothing is wished for
	 */
	record Bar(String label, int top, double pool, double cohort, double target) {
	}

	static Chart of(Comparison comparison) {
		List<Bar> bars = new ArrayList<>();
		for (Comparison.Row row : comparison.rows()) {
			bars.add(new Bar(row.label(), bars.size() * ROW, length(row.poolShare()), length(row.cohortShare()),
					row.target() > 0 ? length(row.target()) : -1));
		}
		return new Chart(comparison, bars.size() * ROW + 4, bars);
	}

	private static double length(double share) {
		return Math.round(10 * WIDTH * Math.clamp(share, 0, 1)) / 10.0;
	}
}
