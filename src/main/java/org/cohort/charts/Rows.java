package org.cohort.charts;

import java.util.List;

/** A bar per row with its label before and its value behind: for few categories, longest label about 30 letters. */
public record Rows(String title, List<Row> rows) {

	private static final int WIDTH = 480;

	private static final int LEFT = 176;

	private static final int RIGHT = 70;

	private static final int STEP = 30;

	/** {@code most} is the value of a full bar; the same for all rows when rows are to be compared. */
	public record Row(String label, double value, double most, String shown, Colour colour) {
	}

	public String svg() {
		int height = rows.size() * STEP + 8;
		var svg = Svg.picture(WIDTH, height, title);
		double wide = WIDTH - LEFT - RIGHT;
		for (int index = 0; index < rows.size(); index++) {
			var row = rows.get(index);
			double y = 6 + index * STEP;
			svg.text(LEFT - 10, y + 15, "end", 12, Colour.INK, row.label());
			svg.rectangle(LEFT, y + 3, wide, 16, Colour.GRID, 3);
			double share = row.most() <= 0 ? 0 : Math.min(1, row.value() / row.most());
			if (share > 0) {
				svg.rectangle(LEFT, y + 3, Math.max(3, wide * share), 16, row.colour(), 3);
			}
			svg.text(LEFT + wide + 8, y + 15, "start", 12, Colour.INK, row.shown());
		}
		return svg.close();
	}
}
