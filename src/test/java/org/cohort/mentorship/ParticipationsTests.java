package org.cohort.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;

import org.cohort.mentorship.Participation.State;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationTest
@RecordApplicationEvents
class ParticipationsTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	ApplicationEvents events;

	RunFixture run;

	@BeforeEach
	void fixture() {
		run = new RunFixture(context);
	}

	@AfterEach
	void presentTime() {
		run.clock.reset();
	}

	@Test
	void anAcceptedApplicationStartsOneParticipationHoweverOftenItIsAsked() {
		var application = run.accepted(run.round(run.programme()), "Amina Diallo");
		var first = run.participations.start(application);
		assertThat(run.participations.start(application)).isEqualTo(first);
		assertThat(events.stream(Participations.Started.class).filter(one -> one.participationId().equals(first))).hasSize(1);
	}

	@Test
	void mentorsAreOfferedWithTheirLoadTheLeastBusyFirst() {
		var round = run.round(run.programme());
		int before = load(round.id(), "noah.mentor");
		run.agreed(round, "Amina Diallo", "noah.mentor");
		assertThat(load(round.id(), "noah.mentor")).isEqualTo(before + 1);
		assertThat(run.participations.mentorOptions(round.id())).isSortedAccordingTo(MentorOption.LEAST_BUSY_FIRST);
	}

	private int load(UUID roundId, String mentor) {
		return run.participations.mentorOptions(roundId).stream().filter(option -> option.username().equals(mentor))
			.findFirst().orElseThrow().mentoringNow();
	}

	@Test
	void onlySomebodyFromTheGroupOfMentorsIsAssigned() {
		var id = run.participations.start(run.accepted(run.round(run.programme()), "Amina Diallo"));
		assertThatExceptionOfType(MentorshipRefused.class)
			.isThrownBy(() -> run.participations.assignMentor(id, "anna.reviewer"))
			.withMessageContaining("mentors");
		assertThat(run.participations.get(id).state()).isEqualTo(State.STARTED);
	}

	@Test
	void aMentorWhoDeclinesMakesRoomForAnother() {
		var id = run.participations.start(run.accepted(run.round(run.programme()), "Amina Diallo"));
		run.participations.assignMentor(id, "noah.mentor");
		run.participations.declineByMentor(id, "noah.mentor");
		assertThat(run.participations.get(id).mentor()).isEmpty();
		run.participations.assignMentor(id, "maya.mentor");
		assertThat(run.participations.get(id).mentor()).contains("maya.mentor");
	}

	@Test
	void onlyTheOwnMentorConfirmsTheAgreement() {
		var id = run.participations.start(run.accepted(run.round(run.programme()), "Amina Diallo"));
		run.participations.assignMentor(id, "noah.mentor");
		assertThatExceptionOfType(MentorshipRefused.class)
			.isThrownBy(() -> run.participations.confirmByMentor(id, "maya.mentor"));
		assertThat(run.participations.agreements(id)).isEmpty();
	}

	@Test
	void aSecondConfirmationChangesNothing() {
		var id = run.agreed(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var confirmed = run.participations.agreements(id);
		run.participations.confirmByParticipant(id);
		assertThat(run.participations.agreements(id)).isEqualTo(confirmed);
		assertThat(events.stream(Participations.AgreementConfirmed.class).filter(one -> one.participationId().equals(id)))
			.extracting(Participations.AgreementConfirmed::by)
			.containsExactlyInAnyOrder("mentor", "participant");
	}

	@Test
	void whoLeftStaysGone() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		run.participations.end(id, Ending.LEFT, "participant", "A new job.");
		run.participations.end(id, Ending.ENDED_BY_COORDINATOR, "olga.coordinator", "");
		run.participations.complete(id);
		assertThat(run.participations.get(id).ending()).contains(Ending.LEFT);
		assertThat(run.participations.get(id).state()).isEqualTo(State.ENDED);
		assertThat(events.stream(Participations.Ended.class).filter(one -> one.participationId().equals(id))).hasSize(1);
		assertThat(events.stream(Participations.Completed.class).filter(one -> one.participationId().equals(id))).isEmpty();
	}

	@Test
	void aRunIsCompletedWithItsLastParticipationAndOnlyOnce() {
		var round = run.round(run.programme());
		var first = run.running(round, "Amina Diallo", "maya.mentor");
		var second = run.agreed(round, "Bo Lindqvist", "noah.mentor");
		run.runs.start(round.id());
		run.participations.complete(first);
		assertThat(completedRuns(round.id())).isZero();
		run.participations.end(second, Ending.LEFT, "participant", "");
		run.participations.complete(second);
		run.participations.complete(second);
		assertThat(completedRuns(round.id())).isEqualTo(1);
	}

	@Test
	void aRunWaitsForSomebodyWhoAcceptedAndHasNoParticipationYet() {
		var round = run.round(run.programme());
		var first = run.running(round, "Amina Diallo", "maya.mentor");
		var late = run.accepted(round, "Bo Lindqvist");
		run.runs.start(round.id());
		run.participations.complete(first);
		assertThat(completedRuns(round.id())).isZero();
		var second = run.participations.start(late);
		run.participations.end(second, Ending.LEFT, "participant", "");
		run.participations.complete(second);
		assertThat(completedRuns(round.id())).isEqualTo(1);
	}

	@Test
	void aRunStartsOnce() {
		var round = run.round(run.programme());
		run.accepted(round, "Amina Diallo");
		run.runs.start(round.id());
		run.runs.start(round.id());
		assertThat(events.stream(Participations.RunStarted.class).filter(one -> one.roundId().equals(round.id()))).hasSize(1);
	}

	private long completedRuns(UUID roundId) {
		return events.stream(Participations.RunCompleted.class).filter(one -> one.roundId().equals(roundId)).count();
	}
}
