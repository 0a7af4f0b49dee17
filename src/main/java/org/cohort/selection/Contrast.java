package org.cohort.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cohort.selection.Comparison.Row;
import org.jspecify.annotations.Nullable;

/** One attribute of two cohorts side by side; what is folded in either is shown as it is there. */
record Contrast(String label, List<Line> lines) {

	Contrast {
		lines = List.copyOf(lines);
	}

	/**
	 * @param target wanted share of the seats
	 * @param one members of the first cohort with the value, {@code null} where it is folded there
	 * @param other the same of the second
	 */
	record Line(String label, double target, @Nullable Integer one, @Nullable Integer other) {
	}

	static List<Contrast> of(Figures one, Figures other) {
		List<Contrast> contrasts = new ArrayList<>();
		for (Comparison first : one.comparisons()) {
			Optional<Comparison> second = other.comparisons().stream()
				.filter(comparison -> comparison.key().equals(first.key()) && !comparison.hidden()).findFirst();
			if (!first.hidden() && second.isPresent()) {
				contrasts.add(new Contrast(first.label(), lines(first, second.get())));
			}
		}
		return contrasts;
	}

	private static List<Line> lines(Comparison first, Comparison second) {
		List<Line> lines = new ArrayList<>();
		for (Row row : first.rows()) {
			lines.add(new Line(row.label(), row.target(), row.cohort(), row(second, row.value()).map(Row::cohort).orElse(null)));
		}
		second.rows().stream().filter(row -> row(first, row.value()).isEmpty())
			.forEach(row -> lines.add(new Line(row.label(), row.target(), null, row.cohort())));
		return lines;
	}

	private static Optional<Row> row(Comparison comparison, String value) {
		return comparison.rows().stream().filter(row -> row.value().equals(value)).findFirst();
	}
}
