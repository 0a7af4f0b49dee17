package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("screening")
class ScreeningProcessIT extends ProcessTest {

	@Test
	void whoMeetsTheRequirementsNeedsNobodyToDecide() {
		Scenario screening = scenario("screening").isCalledWith(Map.of());
		screening.endsAt("screened");
		assertThat(screening.mails()).isEmpty();
		assertThat(screening.done("record-screening")).singleElement()
			.satisfies(job -> assertThat(job.getVariable("findings")).isEqualTo(List.of()));
	}

	@Test
	void whoAlmostMeetsThemIsDecidedByACoordinator() {
		Scenario screening = borderline();
		assertThat(screening.task("decide-borderline").candidateGroups()).containsExactly("coordinators");
		screening.completes("decide-borderline", Map.of("borderlineDecision", "eligible")).endsAt("screened");
		assertThat(screening.mails()).containsExactly("borderline 1");
		assertThat(screening.done("record-borderline-decision")).singleElement()
			.satisfies(job -> assertThat(job.getVariable("borderlineDecision")).isEqualTo("eligible"));
	}

	/** Only what the form asks for goes on: nothing that somebody sends along may become a variable of the process. */
	@Test
	void whatIsSentAlongWithADecisionStaysBehind() {
		Scenario screening = borderline();
		screening.completes("decide-borderline",
				Map.of("borderlineDecision", "not-eligible", "remark", "Ada Example seems nice"));
		screening.endsAt("screened");
		assertThat(screening.done("record-borderline-decision")).singleElement()
			.satisfies(job -> assertThat(job.getVariablesAsMap()).doesNotContainKey("remark"));
	}

	@Test
	void answersThatWereAskedForAreScreenedAnew() {
		Scenario screening = askedForMore();
		screening.says("more-answered", screening.id() + ":1", Map.of()).endsAt("screened");
		assertThat(screening.mails()).containsExactly("borderline 1", "more-asked " + screening.id() + ":1");
		assertThat(screening.done("record-screening")).extracting(job -> job.getVariable("screening"))
			.containsExactly(1, 2);
	}

	@Test
	void anApplicantWhoDoesNotAnswerIsRemindedAndThenDecidedAboutWithoutTheAnswers() {
		Scenario screening = scenario("screening").answering("start-screening", facts(1, 1), facts(1, 2))
			.isCalledWith(Map.of());
		screening.task("decide-borderline");
		screening.says("more-requested", Map.of()).hasMailed("more-asked " + screening.id() + ":1");
		assertThat(screening.waitsAt("await-more").tasks("decide-borderline")).isEmpty();
		screening.afterDays(4).hasMailed("more-reminder " + screening.id() + ":1");
		screening.afterDays(3).completes("decide-borderline", Map.of("borderlineDecision", "not-eligible"))
			.endsAt("screened");
		assertThat(screening.mails()).endsWith("borderline 2");
		assertThat(screening.done("close-enquiry")).hasSize(1);
	}

	private Scenario askedForMore() {
		Scenario screening = scenario("screening").answering("start-screening", facts(1, 1), facts(5, 2))
			.isCalledWith(Map.of());
		screening.task("decide-borderline");
		return screening.says("more-requested", Map.of()).waitsAt("await-more");
	}

	private Scenario borderline() {
		return scenario("screening").answering("start-screening", facts(1, 1)).isCalledWith(Map.of());
	}

	private static Map<String, Object> facts(int years, int screening) {
		return Map.of("facts", UsualAnswers.facts(years, 20, 10, true), "screening", screening);
	}
}
