package org.cohort.charts;

import java.util.List;
import java.util.Optional;

/**
 * A column per week, stacked from parts, with the plan as a broken line. A week of which nothing is known is a hollow
 * box with a question mark, never a zero.
 *
 * @param columns each week's values, one per part in the order of the legend; empty when nothing is known
 * @param plan the value planned for each week; below zero for no plan
 */
public record WeekBars(String title, List<String> labels, List<Optional<List<Double>>> columns, List<Part> legend,
		double plan, String planLabel) {

	private static final int WIDTH = 480;

	private static final int HEIGHT = 220;

	private static final int LEFT = 34;

	private static final int RIGHT = 8;

	private static final int TOP = 34;

	private static final int BOTTOM = 28;

	/** One part of the columns. */
	public record Part(String label, Colour colour) {
	}

	public WeekBars {
		if (labels.size() != columns.size()) {
			throw new IllegalArgumentException("%d labels for %d columns.".formatted(labels.size(), columns.size()));
		}
		for (var column : columns) {
			if (column.isPresent() && column.get().size() != legend.size()) {
				throw new IllegalArgumentException("A column has one value for each of the %d parts."
					.formatted(legend.size()));
			}
		}
	}

	public String svg() {
		var scale = Scale.upTo(Math.max(plan, columns.stream()
			.flatMap(Optional::stream)
			.mapToDouble(values -> values.stream().mapToDouble(Double::doubleValue).sum())
			.max()
			.orElse(0)));
		var svg = Svg.picture(WIDTH, HEIGHT, title);
		grid(svg, scale);
		double step = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, columns.size());
		double wide = Math.min(34, step * 0.62);
		for (int index = 0; index < columns.size(); index++) {
			double middle = LEFT + step * (index + 0.5);
			column(svg, scale, columns.get(index), middle - wide / 2, wide);
			svg.text(middle, HEIGHT - 10, "middle", 12, Colour.FAINT, labels.get(index));
		}
		if (plan > 0) {
			double y = y(scale, plan);
			svg.line(LEFT, y, WIDTH - RIGHT, y, Colour.INK, 1.3, "5 4");
		}
		legend(svg);
		return svg.close();
	}

	private void grid(Svg svg, Scale scale) {
		for (double value = 0; value <= scale.top() + 1e-9; value += scale.step()) {
			double y = y(scale, value);
			svg.line(LEFT, y, WIDTH - RIGHT, y, value == 0 ? Colour.PLAN : Colour.GRID, 1, "");
			svg.text(LEFT - 6, y + 4, "end", 12, Colour.FAINT, Scale.show(value));
		}
	}

	private void column(Svg svg, Scale scale, Optional<List<Double>> values, double x, double wide) {
		if (values.isEmpty()) {
			double y = y(scale, scale.top() / 4);
			svg.hollow(x, y, wide, y(scale, 0) - y);
			svg.text(x + wide / 2, y(scale, scale.top() / 8) + 4, "middle", 12, Colour.FAINT, "?");
			return;
		}
		double below = 0;
		for (int part = 0; part < legend.size(); part++) {
			double value = values.get().get(part);
			if (value > 0) {
				double y = y(scale, below + value);
				svg.rectangle(x, y, wide, y(scale, below) - y, legend.get(part).colour());
			}
			below += value;
		}
	}

	private void legend(Svg svg) {
		double x = LEFT;
		for (var part : legend) {
			svg.rectangle(x, 8, 11, 11, part.colour());
			svg.text(x + 16, 18, "start", 12, Colour.INK, part.label());
			x += 30 + 6.3 * part.label().length();
		}
		if (plan > 0) {
			svg.line(x, 14, x + 18, 14, Colour.INK, 1.3, "5 4");
			svg.text(x + 23, 18, "start", 12, Colour.INK, planLabel);
		}
	}

	private static double y(Scale scale, double value) {
		return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / scale.top();
	}
}
