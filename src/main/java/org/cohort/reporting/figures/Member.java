package org.cohort.reporting.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.cohort.mentorship.Entry;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.MergedChanges;
import org.cohort.mentorship.WeekRecord;

/**
 * One participant of a run as the reports see them.
 *
 * @param label code or name, as the programme allows
 * @param standing what is to be said about the participation beside its weeks, such as «ended early»; may be empty
 */
public record Member(String label, String standing, List<WeekRecord> weeks) {

	public Member {
		weeks = List.copyOf(weeks);
	}

	/** The same person with only the weeks that had begun by then. */
	public Member until(Instant moment) {
		return new Member(label, standing, weeks.stream().filter(one -> one.week().startsAt().isBefore(moment))
				.toList());
	}

	/** The week of this person that begins with a week of the run. */
	public Optional<WeekRecord> startingAt(Instant start) {
		return weeks.stream().filter(one -> one.week().startsAt().equals(start)).findFirst();
	}

	public Hours mentorHours() {
		return weeks.stream().map(WeekRecord::mentorHours).reduce(Hours.ZERO, Hours::plus);
	}

	/** The hours that the participant reported; weeks without a check-in add nothing. */
	public Hours ownHours() {
		return weeks.stream()
			.flatMap(one -> one.checkIn().stream())
			.map(said -> said.content().hours())
			.reduce(Hours.ZERO, Hours::plus);
	}

	public MergedChanges changes() {
		return MergedChanges.of(weeks);
	}

	public long weeksLogged() {
		return weeks.stream().filter(one -> one.log().isPresent()).count();
	}

	public long weeksCheckedIn() {
		return weeks.stream().filter(one -> one.checkIn().isPresent()).count();
	}

	/** The mean of how the mentor says it goes, 1 to 5; none while there is no log. */
	public Optional<Double> howItGoes() {
		var mean = weeks.stream().flatMap(one -> one.log().stream()).mapToInt(Member::going).average();
		return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
	}

	static int going(Entry entry) {
		return entry.content().going().value();
	}
}
