package org.cohort.charts;

import java.util.List;

/**
 * A row per label on one scale: a dot for every value, a bar from one standard deviation below the mean to one above, a
 * stroke at the mean. For comparing how people score.
 *
 * @param from left end of the scale
 * @param to right end of the scale
 */
public record Spreads(String title, List<Row> rows, double from, double to) {

	private static final int WIDTH = 480;

	private static final int LEFT = 176;

	private static final int RIGHT = 16;

	private static final int STEP = 34;

	private static final int TICKS = 4;

	/** One label's values with their mean and standard deviation. */
	public record Row(String label, List<Double> values, double mean, double deviation) {

		public Row {
			values = List.copyOf(values);
		}
	}

	public Spreads {
		if (!(from < to)) {
			throw new IllegalArgumentException("A scale from %s to %s has no length.".formatted(from, to));
		}
		rows = List.copyOf(rows);
	}

	public String svg() {
		int bottom = rows.size() * STEP + 6;
		var svg = Svg.picture(WIDTH, bottom + 22, title);
		for (int tick = 0; tick <= TICKS; tick++) {
			double value = from + (to - from) * tick / TICKS;
			svg.line(x(value), 2, x(value), bottom, Colour.GRID, 1, "");
			svg.text(x(value), bottom + 16, "middle", 12, Colour.FAINT, Scale.show(value));
		}
		for (int index = 0; index < rows.size(); index++) {
			var row = rows.get(index);
			double middle = 4 + STEP * (index + 0.5);
			svg.text(LEFT - 14, middle + 4, "end", 12, Colour.INK, row.label());
			if (row.values().isEmpty()) {
				continue;
			}
			double low = x(row.mean() - row.deviation());
			svg.rectangle(low, middle - 7, Math.max(2, x(row.mean() + row.deviation()) - low), 14, Colour.PALE);
			row.values().forEach(value -> svg.dot(x(value), middle, 3, Colour.THIRD));
			svg.line(x(row.mean()), middle - 11, x(row.mean()), middle + 11, Colour.MAIN, 2.5, "");
		}
		return svg.close();
	}

	private double x(double value) {
		double share = Math.clamp((value - from) / (to - from), 0, 1);
		return LEFT + (WIDTH - LEFT - RIGHT) * share;
	}
}
