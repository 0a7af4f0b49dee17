package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("evaluation")
class EvaluationProcessIT extends ProcessTest {

	@Test
	void bothEvaluate() {
		Scenario evaluation = called();
		assertThat(evaluation.task("evaluate").candidateUsers()).containsExactly("mia");
		evaluation.says("evaluated-by-mentor", Map.of()).says("evaluated-by-participant", Map.of()).endsAt("evaluated");
		assertThat(evaluation.mails()).containsExactlyInAnyOrder("evaluation-participant", "evaluation-mentor");
		assertThat(evaluation.tasks("evaluate")).isEmpty();
	}

	@Test
	void aTaskCompletedWithoutAnEvaluationComesBack() {
		Scenario evaluation = called().answering("check-evaluation", Map.of("evaluated", false), Map.of("evaluated", true));
		evaluation.completes("evaluate", Map.of()).passed("check-evaluation", 1).completes("evaluate", Map.of())
			.says("evaluated-by-participant", Map.of()).endsAt("evaluated");
	}

	@Test
	void whoIsSilentIsRemindedAndTheProcessGoesOnAfterTheDeadline() {
		Scenario evaluation = called().afterDays(10).passed("mentor-reminded", 1).passed("participant-reminded", 1);
		evaluation.afterDays(4).endsAt("evaluated");
		assertThat(evaluation.mails()).containsExactlyInAnyOrder("evaluation-participant", "evaluation-mentor",
				"evaluation-participant-reminder", "evaluation-mentor-reminder");
	}

	private Scenario called() {
		return scenario("evaluation").isCalledWith(Map.of("mentor", "mia")).waitsAt("await-participant", "evaluate");
	}
}
