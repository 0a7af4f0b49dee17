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
		assertThat(screening.mails()).containsExactly("borderline");
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

	private Scenario borderline() {
		return scenario("screening")
			.answering("start-screening", Map.of("facts", UsualAnswers.facts(1, 20, 10, true)))
			.isCalledWith(Map.of());
	}
}
