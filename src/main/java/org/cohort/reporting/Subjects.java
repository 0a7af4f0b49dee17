package org.cohort.reporting;

import java.util.List;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.mentorship.Participation;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Run;
import org.cohort.mentorship.Runs;
import org.cohort.mentorship.WeekRecord;
import org.cohort.mentorship.Weeks;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.reporting.figures.Group;
import org.cohort.reporting.figures.Member;
import org.springframework.stereotype.Component;

/** Gathers what the reports are about: the people of a round under the names that the programme allows. */
@Component
class Subjects {

	private final Programmes programmes;

	private final Applications applications;

	private final Participations participations;

	private final Weeks weeks;

	private final Runs runs;

	Subjects(Programmes programmes, Applications applications, Participations participations, Weeks weeks, Runs runs) {
		this.programmes = programmes;
		this.applications = applications;
		this.participations = participations;
		this.weeks = weeks;
		this.runs = runs;
	}

	Round round(UUID roundId) {
		return programmes.round(roundId);
	}

	Run run(UUID roundId) {
		return runs.find(roundId)
			.orElseThrow(() -> new IllegalStateException("The run of round %s has not begun.".formatted(roundId)));
	}

	List<Participation> participations(UUID roundId) {
		return participations.inRound(roundId);
	}

	Group group(UUID roundId) {
		var round = round(roundId);
		return new Group(run(roundId),
				participations(roundId).stream().map(one -> member(one, round)).toList());
	}

	Member member(Participation participation, Round round) {
		return new Member(label(participation, round), standing(participation), lived(participation));
	}

	/** Weeks that begin after an early end, with nothing written, were never this person's weeks. */
	private List<WeekRecord> lived(Participation participation) {
		var endedAt = participation.endedAt();
		return weeks.records(participation.id())
			.stream()
			.filter(one -> participation.ending().isEmpty() || endedAt == null
					|| one.week().startsAt().isBefore(endedAt)
					|| one.log().isPresent() || one.checkIn().isPresent())
			.toList();
	}

	/** The name, if the programme names people in its reports; else the code, which means nothing. */
	String label(Participation participation, Round round) {
		return Boolean.TRUE.equals(round.settings().namesInReports())
				? applications.contact(participation.applicationId()).name() : participation.code();
	}

	private static String standing(Participation participation) {
		return switch (participation.state()) {
			case STARTED, AGREEING -> "has not begun";
			case RUNNING -> "";
			case COMPLETED -> "completed";
			case ENDED -> "ended early";
		};
	}
}
