package org.cohort.application;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.cohort.availability.Availability;
import org.cohort.availability.Commitment;
import org.cohort.language.Dates;

/** Commitments as people read them, a line for each. */
final class AvailabilityWords {

	private static final ResourceBundle.Control OURS =
			ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private AvailabilityWords() {
	}

	static List<String> of(Availability availability, Locale reader) {
		ResourceBundle texts = ResourceBundle.getBundle("messages/applying", Locale.of(reader.getLanguage()), OURS);
		Dates dates = new Dates(reader);
		List<String> lines = new ArrayList<>();
		lines.add(said(texts, "total", reader, dates.number(availability.hoursPerWeek())));
		availability.commitments().forEach(one -> lines.add(said(texts, one.endsIfAccepted() ? "line.ends" : "line", reader,
				texts.getString(kind(one.kind())), date(dates, one.from()), date(dates, one.to()),
				dates.number(one.hoursPerWeek()))));
		return lines;
	}

	static String kind(Commitment.Kind kind) {
		return "applying.time.kind." + kind.name().toLowerCase(Locale.ROOT);
	}

	private static String said(ResourceBundle texts, String key, Locale reader, Object... values) {
		return new MessageFormat(texts.getString("applying.time.words." + key), reader).format(values);
	}

	private static String date(Dates dates, LocalDate day) {
		return dates.date(day.atStartOfDay(ZoneOffset.UTC));
	}
}
