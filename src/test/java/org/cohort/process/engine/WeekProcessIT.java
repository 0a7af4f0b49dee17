package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("week")
class WeekProcessIT extends ProcessTest {

	@Test
	void aWeekIsReportedAtItsEndWhenBothHaveSpoken() {
		Scenario week = begun();
		assertThat(week.task("log-week").candidateUsers()).containsExactly("mia");
		week.says("week-logged", key(week), Map.of()).says("checked-in", key(week), Map.of()).waitsAt("week-ended");
		assertThat(week.done("close-week")).as("corrections are taken until the end of the week").isEmpty();
		week.afterDays(6).endsAt("week-reported");
		assertThat(week.mails()).containsExactly("check-in 3");
		assertThat(week.tasks("log-week")).isEmpty();
		assertThat(week.done("report-participant-week")).hasSize(1);
	}

	@Test
	void aWeekDoesNotBeginBeforeItsTime() {
		Scenario week = planned().waitsAt("week-began");
		assertThat(week.done("open-week")).isEmpty();
		assertThat(week.mails()).isEmpty();
	}

	@Test
	void aWeekThatHasEndedIsReportedWithTheLastWord() {
		Scenario week = begun();
		week.says("checked-in", key(week), Map.of()).afterDays(6);
		assertThat(week.done("close-week")).isEmpty();
		week.says("week-logged", key(week), Map.of()).endsAt("week-reported");
	}

	@Test
	void aTaskCompletedWithoutALogComesBack() {
		Scenario week = begun().answering("check-log", Map.of("logged", false), Map.of("logged", true));
		week.completes("log-week", Map.of()).passed("check-log", 1).completes("log-week", Map.of())
			.says("checked-in", key(week), Map.of()).waitsAt("week-ended").afterDays(6).endsAt("week-reported");
	}

	@Test
	void whoHasNotSpokenIsRemindedAndTheWeekClosesWithoutThem() {
		Scenario week = begun().afterDays(7).passed("participant-reminded", 1).passed("mentor-reminded", 1);
		assertThat(week.done("close-week")).isEmpty();
		week.afterDays(2).endsAt("week-reported");
		assertThat(week.mails()).containsExactlyInAnyOrder("check-in 3", "check-in-reminder 3", "log-reminder 3");
		assertThat(week.tasks("log-week")).isEmpty();
	}

	private Scenario begun() {
		return planned().afterDays(1).waitsAt("await-check-in", "log-week");
	}

	private Scenario planned() {
		Scenario week = scenario("week");
		Map<String, Object> plan = new HashMap<>(Map.of("mentor", "mia", "weekNumber", 3, "weekKey", key(week)));
		plan.putAll(Map.of("startsAt", week.in(1), "endsAt", week.in(7), "remindAt", week.in(8), "closesAt", week.in(10)));
		return week.isCalledWith(plan);
	}

	private static String key(Scenario week) {
		return week.id() + ":3";
	}
}
