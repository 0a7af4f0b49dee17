package org.cohort.application;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.cohort.availability.Availability;
import org.cohort.availability.FreeHours;
import org.cohort.availability.FreeWeek;
import org.cohort.availability.Run;
import org.cohort.charts.Colour;
import org.cohort.charts.WeekBars;
import org.cohort.language.Dates;
import org.cohort.programme.Round;
import org.springframework.context.MessageSource;

/**
 * Free hours in each week of the run, as a picture and as its table.
 *
 * @param least in the week that has fewest
 * @param required by the programme
 */
record AvailabilityView(String svg, List<Line> weeks, String least, String required, boolean enough) {

	/** One week in the table; hours in the reader's form. */
	record Line(int number, String begins, String busy, String free, boolean enough) {
	}

	static AvailabilityView of(Availability availability, Round round, MessageSource messages, Locale locale) {
		Dates dates = new Dates(locale);
		double required = round.settings().requiredHoursPerWeek();
		List<FreeWeek> weeks = FreeHours.of(availability, run(round));
		double least = weeks.stream().mapToDouble(FreeWeek::free).min().orElse(0);
		WeekBars picture = new WeekBars(messages.getMessage("applying.time.chart", null, locale),
				weeks.stream().map(week -> String.valueOf(week.number())).toList(),
				weeks.stream().map(week -> Optional.of(List.of(week.free(), week.busy()))).toList(),
				List.of(new WeekBars.Part(messages.getMessage("applying.time.free", null, locale), Colour.MAIN),
						new WeekBars.Part(messages.getMessage("applying.time.busy", null, locale), Colour.PALE)),
				required, messages.getMessage("applying.time.required", null, locale));
		return new AvailabilityView(picture.svg(), weeks.stream()
				.map(week -> new Line(week.number(), dates.day(week.begins().atStartOfDay(round.settings().timeZone())),
						dates.number(week.busy()), dates.number(week.free()), week.free() >= required))
				.toList(), dates.number(least), dates.number(required), least >= required);
	}

	static Run run(Round round) {
		return new Run(round.runStartsAt(), round.settings().weekLength(), round.settings().weeks(),
				round.settings().timeZone());
	}
}
