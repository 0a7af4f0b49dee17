package org.cohort.mentorship.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.cohort.charts.Colour;
import org.cohort.charts.WeekBars;
import org.cohort.charts.WeekStrip;
import org.cohort.charts.WeekStrip.Box;
import org.cohort.language.Sentences;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.MergedChanges;
import org.cohort.mentorship.WeekRecord;

/** How far a participation is, for people to look at. */
record Progress(List<WeekRecord> weeks, Instant now, boolean over) {

	WeekStrip strip(Sentences sentences) {
		long written = boxes().stream().filter(box -> box == Box.DONE || box == Box.HALF).count();
		return new WeekStrip(sentences.say("run.chart.written", written, weeks.size()), boxes());
	}

	List<Box> boxes() {
		return weeks.stream().map(this::box).toList();
	}

	private Box box(WeekRecord record) {
		int written = (record.log().isPresent() ? 1 : 0) + (record.checkIn().isPresent() ? 1 : 0);
		if (written == 2) {
			return Box.DONE;
		}
		if (record.week().startsAt().isAfter(now) || over && written == 0 && record.week().endsAt().isAfter(now)) {
			return Box.AHEAD;
		}
		if (written == 1) {
			return Box.HALF;
		}
		return record.week().closesAt().isAfter(now) ? Box.NOW : Box.MISSING;
	}

	/** The week of this moment; none before the first and after the last. */
	Optional<WeekRecord> current() {
		return weeks.stream()
			.filter(record -> !record.week().startsAt().isAfter(now) && record.week().endsAt().isAfter(now))
			.findFirst();
	}

	/** Whether the last week is behind us. */
	public boolean weeksAreOver() {
		return !weeks.isEmpty() && !weeks.getLast().week().endsAt().isAfter(now);
	}

	MergedChanges changes() {
		return MergedChanges.of(weeks);
	}

	Hours mentorHours() {
		return weeks.stream().map(WeekRecord::mentorHours).reduce(Hours.ZERO, Hours::plus);
	}

	/** The participant's own hours against what the programme asks for; weeks still to come stay empty. */
	WeekBars ownHours(double planned, Sentences sentences) {
		var columns = weeks.stream()
			.map(record -> record.checkIn()
				.map(word -> List.of(word.content().hours().decimal().doubleValue()))
				.or(() -> record.week().closesAt().isAfter(now) ? Optional.of(List.of(0.0)) : Optional.empty()))
			.toList();
		return new WeekBars(sentences.say("run.chart.hours"), labels(), columns,
				List.of(new WeekBars.Part(sentences.say("run.chart.hours.part"), Colour.MAIN)), planned,
				sentences.say("run.chart.planned"));
	}

	private List<String> labels() {
		return weeks.stream().map(record -> Integer.toString(record.week().number())).toList();
	}
}
