package org.cohort.reporting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Entry;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.MergedChanges;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.When;
import org.cohort.mentorship.WeekRecord;
import org.cohort.programme.Round;
import org.cohort.reporting.figures.Charts;
import org.cohort.reporting.figures.Group;
import org.cohort.reporting.figures.Member;
import org.springframework.stereotype.Component;

/** The weekly reports: on one participant, and on the group. */
@Component
class WeeklyReports {

	private final Subjects subjects;

	private final Participations participations;

	private final Typesetter typesetter;

	private final Clock clock;

	WeeklyReports(Subjects subjects, Participations participations, Typesetter typesetter, Clock clock) {
		this.subjects = subjects;
		this.participations = participations;
		this.typesetter = typesetter;
		this.clock = clock;
	}

	Page participantWeek(UUID participationId, int number) {
		var participation = participations.get(participationId);
		var round = subjects.round(participation.roundId());
		var when = When.of(round.settings());
		var whole = subjects.member(participation, round);
		var week = whole.weeks().get(number - 1);
		var member = new Member(whole.label(), whole.standing(), whole.weeks().subList(0, number));
		var paid = Hours.ofWorked(round.settings().mentorHoursPerWeek());
		var figures = new HashMap<String, Object>();
		figures.put("member", member);
		figures.put("week", week);
		figures.put("number", number);
		figures.put("weekCount", round.settings().weeks());
		figures.put("days", when.days(week.week().startsAt(), week.week().endsAt()));
		figures.put("paidPerWeek", paid);
		figures.put("paidSoFar", paid.times(number));
		figures.put("beyond", week.mentorHours().moreThan(paid));
		figures.put("plannedHours", hours(round));
		figures.put("weekChanges", MergedChanges.of(List.of(week)));
		figures.put("changes", member.changes());
		figures.put("kinds", ChangeKind.values());
		figures.put("hoursChart", Charts.hours("Mentor hours per week", hours(member, WeekRecord::log),
				paid.decimal().doubleValue()));
		figures.put("ownHoursChart", Charts.hours("The participant’s hours per week",
				hours(member, WeekRecord::checkIn), round.settings().hoursPerWeek()));
		figures.put("kindsChart", Charts.changesByKind(member.changes()));
		return typesetter.set("participant-week", "Week %d of %s".formatted(number, member.label()),
				subtitle(round), when.moment(clock.instant()), participantHighlights(week), figures);
	}

	private static List<String> participantHighlights(WeekRecord week) {
		var said = new ArrayList<String>();
		said.add(week.log()
			.map(log -> "The mentor gave %s; it goes %s.".formatted(log.content().hours(),
					log.content().going().words()))
			.orElse("No log was received from the mentor."));
		said.add(week.checkIn()
			.map(word -> "The participant worked %s and says: %s.".formatted(word.content().hours(),
					word.content().going().words()))
			.orElse("No check-in was received from the participant."));
		said.add(merged(MergedChanges.of(List.of(week)).count()));
		return said;
	}

	Page groupWeek(UUID roundId, int number) {
		var round = subjects.round(roundId);
		var when = When.of(round.settings());
		var whole = subjects.group(roundId);
		var end = whole.run().startOf(number + 1);
		var group = new Group(whole.run(), whole.members().stream().map(member -> member.until(end)).toList());
		var lines = group.week(number);
		var paid = Hours.ofWorked(round.settings().mentorHoursPerWeek());
		var figures = new HashMap<String, Object>();
		figures.put("group", group);
		figures.put("lines", lines);
		figures.put("blocked", blocked(lines));
		figures.put("number", number);
		figures.put("weekCount", round.settings().weeks());
		figures.put("days", when.days(group.run().startOf(number), end));
		figures.put("kinds", ChangeKind.values());
		figures.put("mentorHours", group.mentorHours(number).map(Hours::toString).orElse("no log was received"));
		figures.put("ownHours", group.ownHours(number).map(Hours::toString).orElse("no check-in was received"));
		figures.put("hoursToDate", group.mentorHours());
		figures.put("paidPerWeek", paid.times(group.members().size()));
		figures.put("paidToDate", paid.times((long) group.members().size() * number));
		figures.put("weekChanges", group.changes(number));
		figures.put("changes", group.changes());
		figures.put("weekRows", weekRows(group, number));
		figures.put("hoursChart", Charts.mentorHours(group, number, paid));
		figures.put("moodChart", Charts.mood(group, number));
		figures.put("changesChart", Charts.changesByWeek(group, number));
		return typesetter.set("group-week", "Week %d of the group".formatted(number), subtitle(round),
				when.moment(clock.instant()), groupHighlights(lines, group, number), figures);
	}

	/** One row of the table beside the charts; a missing value is a dash with its reason in the caption. */
	record WeekRow(int week, String mentorHours, String ownHours, String mentors, String participants, int merged) {
	}

	static List<WeekRow> weekRows(Group group, int weeks) {
		var rows = new ArrayList<WeekRow>();
		for (int week = 1; week <= weeks; week++) {
			rows.add(new WeekRow(week, group.mentorHours(week).map(Hours::toString).orElse("–"),
					group.ownHours(week).map(Hours::toString).orElse("–"), mean(group, week, Group.Line::log),
					mean(group, week, Group.Line::checkIn), group.changes(week).count()));
		}
		return rows;
	}

	private static String mean(Group group, int week, Function<Group.Line, Optional<Entry>> side) {
		return group.howItGoes(week, side).map("%.1f"::formatted).orElse("–");
	}

	/** Who wrote of something in the way: label, side, words. */
	private static List<List<String>> blocked(List<Group.Line> lines) {
		var words = new ArrayList<List<String>>();
		for (var line : lines) {
			line.log().map(log -> log.content().blockers()).filter(text -> !text.isBlank())
				.ifPresent(text -> words.add(List.of(line.member().label(), "mentor", text)));
			line.checkIn().map(word -> word.content().blockers()).filter(text -> !text.isBlank())
				.ifPresent(text -> words.add(List.of(line.member().label(), "participant", text)));
		}
		return words;
	}

	private static List<String> groupHighlights(List<Group.Line> lines, Group group, int number) {
		long logs = lines.stream().filter(line -> line.log().isPresent()).count();
		long words = lines.stream().filter(line -> line.checkIn().isPresent()).count();
		long asked = lines.stream().filter(line -> line.record().isPresent()).count();
		return List.of("%d of %d logs and %d of %d check-ins were received.".formatted(logs, asked, words, asked),
				group.mentorHours(number).map("The mentors gave %s in this week."::formatted)
					.orElse("How many hours the mentors gave is not known."),
				merged(group.changes(number).count()));
	}

	private static String merged(int count) {
		return switch (count) {
			case 0 -> "Nothing was merged in this week.";
			case 1 -> "1 change was merged in this week.";
			default -> "%d changes were merged in this week.".formatted(count);
		};
	}

	private static List<Optional<Hours>> hours(Member member,
			Function<WeekRecord, Optional<Entry>> side) {
		return member.weeks().stream().map(week -> side.apply(week).map(entry -> entry.content().hours())).toList();
	}

	private static String hours(Round round) {
		return Hours.ofWorked(round.settings().hoursPerWeek()).toString();
	}

	static String subtitle(Round round) {
		return "%s · %s".formatted(round.programme().name(), round.title());
	}
}
