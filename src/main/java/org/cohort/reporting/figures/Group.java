package org.cohort.reporting.figures;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Entry;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.MergedChanges;
import org.cohort.mentorship.Run;
import org.cohort.mentorship.WeekRecord;

/** All participants of a run, week by week of the run. */
public record Group(Run run, List<Member> members) {

	public Group {
		members = List.copyOf(members);
	}

	/** What one week of the run was for one participant; {@code record} is empty when the week is none of theirs. */
	public record Line(Member member, Optional<WeekRecord> record) {

		public Optional<Entry> log() {
			return record.flatMap(WeekRecord::log);
		}

		public Optional<Entry> checkIn() {
			return record.flatMap(WeekRecord::checkIn);
		}

		public MergedChanges changes() {
			return MergedChanges.of(record.stream().toList());
		}
	}

	/** Everybody in one week of the run. */
	public List<Line> week(int week) {
		Instant start = run.startOf(week);
		return members.stream().map(member -> new Line(member, member.startingAt(start))).toList();
	}

	/**
	 * The number of the run's last week that is somebody's. Late beginners keep to the weeks of the run, so it may have
	 * more of them than the programme planned, with weeks in between that are nobody's.
	 */
	public int lastWeek() {
		Instant latest = members.stream().flatMap(member -> member.weeks().stream())
			.map(record -> record.week().startsAt()).max(Instant::compareTo).orElse(run.startsAt());
		int last = run.weeks();
		while (!run.startOf(last + 1).isAfter(latest)) {
			last++;
		}
		return last;
	}

	/** All mentors' hours of one week of the run; empty when no log at all was received for it. */
	public Optional<Hours> mentorHours(int week) {
		return sum(week, Line::log);
	}

	/** All participants' hours of one week of the run; empty when nobody checked in. */
	public Optional<Hours> ownHours(int week) {
		return sum(week, Line::checkIn);
	}

	private Optional<Hours> sum(int week, Function<Line, Optional<Entry>> entry) {
		return week(week).stream()
			.flatMap(line -> entry.apply(line).stream())
			.map(said -> said.content().hours())
			.reduce(Hours::plus);
	}

	/** The mean of how it goes in a week as one side says it, 1 to 5; empty when nobody said anything. */
	public Optional<Double> howItGoes(int week, Function<Line, Optional<Entry>> side) {
		var mean = week(week).stream().flatMap(line -> side.apply(line).stream()).mapToInt(Member::going).average();
		return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
	}

	/** What was merged in one week of the run, each link once. */
	public MergedChanges changes(int week) {
		return MergedChanges.of(week(week).stream().flatMap(line -> line.record().stream()).toList());
	}

	/** What was merged in all weeks, each link once even when two participants worked on it. */
	public MergedChanges changes() {
		return MergedChanges.of(members.stream().flatMap(member -> member.weeks().stream()).toList());
	}

	/**
	 * Changes of each kind by week of the run, each link counted once, in the first week that names it; empty for weeks
	 * without any log or check-in.
	 */
	public List<Optional<List<Double>>> changesByWeek(int weeks) {
		var seen = new ArrayList<URI>();
		var columns = new ArrayList<Optional<List<Double>>>();
		for (int week = 1; week <= weeks; week++) {
			boolean silent = week(week).stream().allMatch(line -> line.log().isEmpty() && line.checkIn().isEmpty());
			var fresh = changes(week).all().stream().filter(change -> !seen.contains(change.link())).toList();
			fresh.forEach(change -> seen.add(change.link()));
			columns.add(silent ? Optional.empty() : Optional.of(List.of(ChangeKind.values())
				.stream()
				.map(kind -> (double) fresh.stream().filter(change -> change.kind() == kind).count())
				.toList()));
		}
		return List.copyOf(columns);
	}

	public Hours mentorHours() {
		return members.stream().map(Member::mentorHours).reduce(Hours.ZERO, Hours::plus);
	}

	public Hours ownHours() {
		return members.stream().map(Member::ownHours).reduce(Hours.ZERO, Hours::plus);
	}
}
