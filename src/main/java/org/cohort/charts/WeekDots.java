package org.cohort.charts;

import java.util.List;
import java.util.Optional;

/**
 * A line per series over the weeks on a scale of five steps. Weeks of which nothing is known leave a gap: no line is
 * drawn across them.
 */
public record WeekDots(String title, List<String> labels, List<Series> series, List<String> steps) {

	private static final int WIDTH = 480;

	private static final int HEIGHT = 220;

	private static final int LEFT = 92;

	private static final int RIGHT = 14;

	private static final int TOP = 40;

	private static final int BOTTOM = 34;

	/** One line; a value is 1 to the number of steps. */
	public record Series(String label, Colour colour, List<Optional<Double>> values) {
	}

	public WeekDots {
		for (var line : series) {
			if (line.values().size() != labels.size()) {
				throw new IllegalArgumentException("A series has one value for each of the %d weeks."
					.formatted(labels.size()));
			}
		}
	}

	public String svg() {
		var svg = Svg.picture(WIDTH, HEIGHT, title);
		for (int step = 1; step <= steps.size(); step++) {
			svg.line(LEFT, y(step), WIDTH - RIGHT, y(step), Colour.GRID, 1, "");
			svg.text(LEFT - 8, y(step) + 4, "end", 12, Colour.FAINT, steps.get(step - 1));
		}
		for (int week = 0; week < labels.size(); week++) {
			svg.text(x(week), HEIGHT - 10, "middle", 12, Colour.FAINT, labels.get(week));
		}
		for (int index = 0; index < series.size(); index++) {
			// A little apart, so that equal values of two series stay both visible.
			draw(svg, series.get(index), (index - (series.size() - 1) / 2.0) * 5);
		}
		legend(svg);
		return svg.close();
	}

	private void draw(Svg svg, Series line, double shift) {
		for (int week = 1; week < labels.size(); week++) {
			var before = line.values().get(week - 1);
			var now = line.values().get(week);
			if (before.isPresent() && now.isPresent()) {
				svg.line(x(week - 1) + shift, y(before.get()), x(week) + shift, y(now.get()), line.colour(), 2, "");
			}
		}
		for (int week = 0; week < labels.size(); week++) {
			double at = x(week) + shift;
			line.values().get(week).ifPresent(value -> svg.dot(at, y(value), 4.2, line.colour()));
		}
	}

	private void legend(Svg svg) {
		double x = LEFT;
		for (var line : series) {
			svg.dot(x + 5, 14, 4.2, line.colour());
			svg.text(x + 15, 18, "start", 12, Colour.INK, line.label());
			x += 34 + 6.3 * line.label().length();
		}
	}

	private double x(int week) {
		double step = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, labels.size());
		return LEFT + step * (week + 0.5);
	}

	private double y(double value) {
		return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - 1) / Math.max(1, steps.size() - 1);
	}
}
