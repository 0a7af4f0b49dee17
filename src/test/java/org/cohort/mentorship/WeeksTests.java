package org.cohort.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;

import org.cohort.application.Applications;
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
class WeeksTests {

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
	void allWeeksArePlannedFromTheRoundsStartWithoutGaps() {
		var round = run.round(run.programme());
		var id = run.agreed(round, "Amina Diallo", "maya.mentor");
		var weeks = run.weeks.plan(id);
		assertThat(weeks).hasSize(10);
		assertThat(weeks.getFirst().startsAt()).isEqualTo(round.runStartsAt());
		for (int index = 1; index < weeks.size(); index++) {
			assertThat(weeks.get(index).startsAt()).isEqualTo(weeks.get(index - 1).endsAt());
		}
		assertThat(weeks).allSatisfy(week -> assertThat(Duration.between(week.endsAt(), week.closesAt()))
				.isEqualTo(Duration.ofDays(3)));
		assertThat(run.weeks.plan(id)).isEqualTo(weeks);
	}

	@Test
	void aLateBeginnerKeepsToTheWeeksOfTheRun() {
		var round = run.round(run.programme());
		var first = run.running(round, "Amina Diallo", "maya.mentor");
		run.clock.forward(Duration.ofDays(2));
		var early = run.agreed(round, "Bo Lindqvist", "noah.mentor");
		run.weeks.plan(early);
		run.clock.forward(Duration.ofDays(3));
		var late = run.agreed(round, "Chidi Okafor", "noah.mentor");
		assertThat(run.weeks.of(early).getFirst().startsAt()).isEqualTo(run.weeks.get(first, 1).startsAt());
		assertThat(run.weeks.plan(late).getFirst().startsAt()).isEqualTo(run.weeks.get(first, 2).startsAt());
		assertThat(run.weeks.of(late)).hasSize(10);
	}

	@Test
	void onlyTheAssignedMentorWritesTheLog() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		for (var stranger : new String[] { "noah.mentor", "olga.coordinator", "participant" }) {
			assertThatExceptionOfType(MentorshipRefused.class)
				.isThrownBy(() -> run.weeks.log(id, 1, stranger, RunFixture.words("2", "Nothing of mine")));
		}
		assertThat(run.weeks.isWritten(id, 1, Side.MENTOR)).isFalse();
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("2", "We set up the project."));
		assertThat(run.weeks.isWritten(id, 1, Side.MENTOR)).isTrue();
		assertThat(events.stream(Participations.Logged.class)).contains(new Participations.Logged(id, 1));
	}

	@Test
	void aCorrectionCountsAndTheEarlierWordsAreKept() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("2", "First words", RunFixture.merged(1, ChangeKind.BUG_FIX)));
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("3:30", "Better words"));
		assertThat(run.weeks.record(id, 1).mentorHours()).isEqualTo(Hours.ofMinutes(210));
		assertThat(run.weeks.records(id).getFirst().log().orElseThrow().content().done()).isEqualTo("Better words");
		assertThat(run.weeks.history(id, 1, Side.MENTOR)).extracting(entry -> entry.content().done())
			.containsExactly("First words", "Better words");
	}

	@Test
	void nothingIsWrittenBeforeTheWeekBegins() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		assertThatExceptionOfType(MentorshipRefused.class)
			.isThrownBy(() -> run.weeks.checkIn(id, 2, RunFixture.words("10", "From the future")))
			.withMessageContaining("has not begun");
	}

	@Test
	void aLateEntryIsTakenUntilTheWeekIsClosedAndIsMarkedLate() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		run.moveTo(run.weeks.get(id, 1).endsAt().plusSeconds(60));
		run.weeks.checkIn(id, 1, RunFixture.words("9", "Late but here"));
		assertThat(run.weeks.record(id, 1).checkIn().orElseThrow().late()).isTrue();
		run.weeks.close(id, 1);
		assertThatExceptionOfType(MentorshipRefused.class)
			.isThrownBy(() -> run.weeks.log(id, 1, "maya.mentor", RunFixture.words("2", "Too late")))
			.withMessageContaining("closed");
	}

	@Test
	void bothMayCorrectTheirWordsUntilTheEndOfTheWeek() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("2", "Early"));
		run.weeks.checkIn(id, 1, RunFixture.words("4", "Early"));
		run.moveTo(run.weeks.get(id, 1).endsAt());
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("3", "Complete"));
		run.weeks.checkIn(id, 1, RunFixture.words("10", "Complete"));
		assertThat(run.weeks.record(id, 1).mentorHours()).isEqualTo(Hours.of(3));
	}

	@Test
	void aWeekThatIsReportedTakesNoCorrection() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("2", "Words"));
		run.weeks.close(id, 1);
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("2", "Corrected after closing, before the report"));
		run.weeks.reported(id, 1);
		assertThatExceptionOfType(MentorshipRefused.class)
			.isThrownBy(() -> run.weeks.log(id, 1, "maya.mentor", RunFixture.words("9", "After the report")))
			.withMessageContaining("report");
		assertThat(run.weeks.record(id, 1).mentorHours()).isEqualTo(Hours.of(2));
	}

	@Test
	void whoLeftWritesNothingMore() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		run.participations.end(id, Ending.LEFT, "participant", "");
		assertThatExceptionOfType(MentorshipRefused.class)
			.isThrownBy(() -> run.weeks.checkIn(id, 1, RunFixture.words("1", "Still here")));
	}

	@Test
	void hoursBeyondTheBudgetAreCountedAndFlagged() {
		var round = run.round(run.programme("weeks: 10", "weeks: 2"));
		var id = run.running(round, "Amina Diallo", "maya.mentor");
		assertThat(run.weeks.budget(round.id()).granted()).isEqualTo(Hours.of(4));
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("5", "A long week"));
		var budget = run.weeks.budget(round.id());
		assertThat(budget.used()).isEqualTo(Hours.of(5));
		assertThat(budget.isExceeded()).isTrue();
		assertThat(budget.beyond()).isEqualTo(Hours.of(1));
	}

	@Test
	void aWithdrawnApplicationEndsItsParticipation() {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		UUID application = run.participations.get(id).applicationId();
		new WithdrawnApplications(run.participations).on(new Applications.Withdrawn(application));
		assertThat(run.participations.get(id).ending()).contains(Ending.LEFT);
	}
}
