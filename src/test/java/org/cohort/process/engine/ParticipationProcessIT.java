package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("participation")
class ParticipationProcessIT extends ProcessTest {

	@Test
	void aParticipantIsLedThroughTenWeeksToTheEvaluation() {
		Scenario participation = agreed();
		for (int week = 1; week <= 10; week++) {
			String key = participation.id() + ":" + week;
			participation.hasMailed("check-in " + week).hasAsked("open-week", week)
				.says("checked-in", key, Map.of()).says("week-logged", key, Map.of()).waitsAt("week-ended");
			assertThat(participation.done("report-participant-week")).hasSize(week - 1);
			participation.afterDays(7).hasAsked("report-participant-week", week);
		}
		participation.waitsAt("await-participant", "evaluate")
			.says("evaluated-by-participant", Map.of()).says("evaluated-by-mentor", Map.of())
			.endsAt("participation-completed");
		assertThat(participation.mails()).filteredOn(mail -> mail.startsWith("check-in"))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 10).mapToObj(week -> "check-in " + week).toList());
		assertThat(participation.done("open-week")).extracting(job -> job.getVariable("weekNumber"))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 10).<Object>mapToObj(Integer::valueOf).toList());
		assertThat(participation.done("complete-participation")).hasSize(1);
	}

	@Test
	void theGraceOfOneWeekOverlapsTheNext() {
		Scenario participation = agreed().hasMailed("check-in 1").waitsAt("log-week");
		participation.afterDays(7).hasMailed("check-in 2").waitsFor(2, "log-week");
		participation.afterDays(2).hasAsked("report-participant-week", 1).waitsFor(1, "log-week");
	}

	@Test
	void coordinatorsLearnOfAnAgreementThatIsOverdue() {
		Scenario participation = scenario("participation").beginsWith("participation-started").waitsAt("choose-mentor");
		participation.afterDays(7).hasMailed("agreement-overdue").waitsAt("choose-mentor");
	}

	@Test
	void whoLeavesGetsNoFurtherTasksAndMails() {
		Scenario participation = agreed().waitsAt("log-week");
		participation.says("participation-ended", Map.of()).endsAt("early-end-finished");
		assertThat(participation.tasks("log-week")).isEmpty();
		int mails = participation.mails().size();
		participation.afterDays(70);
		assertThat(participation.mails()).hasSize(mails).endsWith("participation-ended", "participation-ended-mentor");
		assertThat(participation.done("complete-participation")).hasSize(1);
	}

	private Scenario agreed() {
		return scenario("participation").beginsWith("participation-started")
			.completes("choose-mentor", Map.of("mentor", "mia"))
			.completes("confirm-agreement", Map.of("agreementAnswer", "agree"))
			.says("agreement-confirmed", Map.of()).hasAsked("plan-weeks", 1);
	}
}
