package org.cohort.charts;

import java.util.List;

/** One box per week in a row: at a glance, how far a run is. */
public record WeekStrip(String title, List<Box> boxes) {

	private static final int WIDTH = 480;

	private static final int HEIGHT = 46;

	/** How a week stands. */
	public enum Box {

		DONE, HALF, MISSING, NOW, AHEAD
	}

	public String svg() {
		var svg = Svg.picture(WIDTH, HEIGHT, title);
		double step = WIDTH / (double) Math.max(1, boxes.size());
		for (int index = 0; index < boxes.size(); index++) {
			double x = step * index + 2;
			double wide = step - 4;
			switch (boxes.get(index)) {
				case DONE -> svg.rectangle(x, 2, wide, 22, Colour.MAIN, 4);
				case HALF -> svg.rectangle(x, 2, wide, 22, Colour.PALE, 4)
						.rectangle(x, 2, wide / 2, 22, Colour.MAIN, 4);
				case NOW -> svg.rectangle(x, 2, wide, 22, Colour.SECOND, 4);
				case MISSING -> svg.hollow(x, 2, wide, 22).text(x + wide / 2, 18, "middle", 12, Colour.FAINT, "?");
				case AHEAD -> svg.rectangle(x, 2, wide, 22, Colour.GRID, 4);
			}
			svg.text(x + wide / 2, 41, "middle", 12, Colour.FAINT, Integer.toString(index + 1));
		}
		return svg.close();
	}
}
