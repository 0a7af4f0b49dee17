package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("appeal")
class AppealProcessIT extends ProcessTest {

	@Test
	void whoDoesNotAppealIsToldOnceAndLeftInPeace() {
		Scenario appeal = told();
		appeal.afterDays(5).endsAt("appeal-unused");
		assertThat(appeal.mails()).containsExactly("not-eligible");
	}

	@Test
	void aProgrammeThatHearsNoAppealsTellsWhyAndWaitsForNothing() {
		Scenario appeal = scenario("appeal").answering("open-appeal", Map.of("mayAppeal", false)).isCalledWith(Map.of());
		appeal.endsAt("applicant-told");
		assertThat(appeal.mails()).containsExactly("not-eligible");
	}

	@Test
	void anAppealIsDecidedByACoordinatorOnThePage() {
		Scenario appeal = told();
		appeal.says("appeal-submitted", Map.of());
		assertThat(appeal.task("decide-appeal").candidateGroups()).containsExactly("coordinators");
		appeal.says("appeal-decided", Map.of()).endsAt("appeal-granted");
		assertThat(appeal.mails()).containsExactly("not-eligible", "appeal-submitted", "appeal-granted");
	}

	@Test
	void anAppealThatWasStillOnItsWayAtTheDeadlineIsHeard() {
		Scenario appeal = told().answering("close-appeal-period", Map.of("appealed", true))
			.answering("check-appeal", Map.of("appealResult", "refused"));
		appeal.afterDays(5).task("decide-appeal");
		appeal.says("appeal-decided", Map.of()).endsAt("appeal-refused");
		assertThat(appeal.mails()).endsWith("appeal-refused");
	}

	@Test
	void aTaskThatIsCompletedInTasklistWithoutADecisionComesBack() {
		Scenario appeal = told().answering("check-appeal", Map.of("appealResult", "undecided"),
				Map.of("appealResult", "refused"));
		appeal.says("appeal-submitted", Map.of()).completes("decide-appeal", Map.of());
		appeal.passed("check-appeal", 1).task("decide-appeal");
		appeal.says("appeal-decided", Map.of()).endsAt("appeal-refused");
		assertThat(appeal.mails()).containsExactly("not-eligible", "appeal-submitted", "appeal-refused");
	}

	private Scenario told() {
		return scenario("appeal").isCalledWith(Map.of()).waitsAt("await-appeal");
	}
}
