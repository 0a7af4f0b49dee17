package org.cohort.application;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.cohort.application.FormCheck.Problem;
import org.cohort.availability.Availability;
import org.cohort.availability.Commitment;
import org.jspecify.annotations.Nullable;

/**
 * Commitments as they were typed. In a form each has fields of its own, {@code q.<key>.<row>.<part>}, which
 * {@link FormInput} turns into lines {@code <row>.<part>=<text>} of one answer.
 *
 * @param total hours a week in all
 */
record AvailabilityInput(String total, List<Row> rows) {

	private static final Pattern HOURS = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");

	/** One commitment; empty texts where nothing was typed. */
	record Row(String kind, String from, String to, String hours, String after) {

		static final Row EMPTY = new Row("", "", "", "", "");

		public boolean empty() {
			return kind.isEmpty() && from.isEmpty() && to.isEmpty() && hours.isEmpty();
		}
	}

	/** What was judged: an availability, or what is wrong with it. */
	sealed interface Result {

		record Good(Availability availability) implements Result {
		}

		record Wrong(Problem problem) implements Result {
		}
	}

	/**
	 * Reads typed lines, or an answer that was stored. A number alone, such as another form service asks for and an
	 * import brings along, is hours in all that nothing takes of.
	 */
	static AvailabilityInput of(List<String> lines) {
		if (lines.size() == 1 && HOURS.matcher(lines.getFirst()).matches()) {
			return new AvailabilityInput(lines.getFirst(), List.of());
		}
		return Availability.read(lines).map(AvailabilityInput::of).orElseGet(() -> typed(lines));
	}

	private static AvailabilityInput of(Availability stored) {
		return new AvailabilityInput(number(stored.hoursPerWeek()), stored.commitments().stream()
				.map(one -> new Row(one.kind().name().toLowerCase(Locale.ROOT), one.from().toString(), one.to().toString(),
						number(one.hoursPerWeek()), one.endsIfAccepted() ? "ends" : ""))
				.toList());
	}

	private static AvailabilityInput typed(List<String> lines) {
		Map<String, String> texts = new TreeMap<>();
		for (String line : lines) {
			int equals = line.indexOf('=');
			if (equals > 0) {
				texts.put(line.substring(0, equals), line.substring(equals + 1));
			}
		}
		List<Row> rows = new ArrayList<>();
		for (int row = 0; row < Availability.MOST_COMMITMENTS; row++) {
			String prefix = row + ".";
			Row typed = new Row(texts.getOrDefault(prefix + "kind", ""), texts.getOrDefault(prefix + "from", ""),
					texts.getOrDefault(prefix + "to", ""), texts.getOrDefault(prefix + "hours", ""),
					texts.getOrDefault(prefix + "after", ""));
			if (!typed.empty()) {
				rows.add(typed);
			}
		}
		return new AvailabilityInput(texts.getOrDefault("total", ""), rows);
	}

	boolean empty() {
		return total.isEmpty() && rows.isEmpty();
	}

	Result check() {
		Double hours = hours(total);
		if (hours == null || hours <= 0 || hours > Availability.MOST_HOURS) {
			return wrong("total.wrong", 0, Availability.MOST_HOURS);
		}
		List<Commitment> commitments = new ArrayList<>();
		for (Row row : rows) {
			int number = commitments.size() + 1;
			Double taken = hours(row.hours());
			try {
				if (taken == null || taken <= 0 || taken > Availability.HOURS_OF_A_WEEK) {
					return wrong("row.hours", number, Availability.HOURS_OF_A_WEEK);
				}
				Commitment.Kind kind = Commitment.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT));
				LocalDate from = LocalDate.parse(row.from());
				LocalDate to = LocalDate.parse(row.to());
				if (to.isBefore(from)) {
					return wrong("row.order", number, 0);
				}
				commitments.add(new Commitment(kind, from, to, taken, row.after().equals("ends")));
			}
			catch (DateTimeException notADate) {
				return wrong("row.date", number, 0);
			}
			catch (IllegalArgumentException noKind) {
				return wrong("row.kind", number, 0);
			}
		}
		return new Result.Good(new Availability(hours, commitments));
	}

	private static Result wrong(String code, int row, int most) {
		return new Result.Wrong(new Problem("applying.time." + code, List.of(row, most)));
	}

	private static @Nullable Double hours(String text) {
		return HOURS.matcher(text).matches() ? Double.valueOf(text.replace(',', '.')) : null;
	}

	private static String number(double hours) {
		return new BigDecimal(String.valueOf(hours)).stripTrailingZeros().toPlainString();
	}
}
