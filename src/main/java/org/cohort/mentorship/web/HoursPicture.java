package org.cohort.mentorship.web;

import java.util.ArrayList;
import java.util.List;

import org.cohort.charts.Colour;
import org.cohort.charts.Rows;
import org.cohort.mentorship.Budget;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.web.ParticipationPages.Line;
import org.jspecify.annotations.Nullable;

/** Mentor hours used against what the grant pays: a bar per participation and one for all, each also in a table. */
record HoursPicture(String svg, Hours used, Hours granted, boolean exceeded, Hours beyond) {

	static HoursPicture of(List<Line> lines, @Nullable Budget round) {
		var used = lines.stream().map(Line::used).reduce(Hours.ZERO, Hours::plus);
		var paid = lines.stream().map(Line::paid).reduce(Hours.ZERO, Hours::plus);
		var total = round == null ? new Budget(paid, 1, 1, used) : round;
		var rows = new ArrayList<Rows.Row>();
		lines.forEach(line -> rows.add(row(line.participation().code(), line.used(), line.paid())));
		if (lines.size() > 1) {
			rows.add(row("All together", total.used(), total.granted()));
		}
		return new HoursPicture(new Rows("Mentor hours used against what the grant pays", rows).svg(), total.used(),
				total.granted(), total.isExceeded(), total.beyond());
	}

	private static Rows.Row row(String label, Hours used, Hours paid) {
		return new Rows.Row(label, used.minutes(), paid.minutes(),
				"%s / %s h".formatted(used.decimal().toPlainString(), paid.decimal().toPlainString()),
				used.moreThan(paid) ? Colour.WARN : Colour.MAIN);
	}
}
