package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("follow-up")
class FollowUpProcessIT extends ProcessTest {

	@Test
	void aFormerParticipantIsAskedThreeTimesAndMayStaySilent() {
		Scenario followUp = scenario("follow-up").beginsWith("participation-completed").waitsAt("follow-up-due");
		assertThat(followUp.mails()).isEmpty();
		followUp.afterDays(90).hasMailed("follow-up 1").says("follow-up-answered", followUp.id() + ":1", Map.of())
			.passed("follow-up-answered", 1);
		followUp.afterDays(90).hasMailed("follow-up 2").waitsAt("await-answer").afterDays(7)
			.hasMailed("follow-up-reminder 2").passed("follow-up-reminded", 1);
		assertThat(followUp.done("close-follow-up")).isEmpty();
		followUp.afterDays(7).passed("follow-up-closed", 1);
		followUp.afterDays(90).hasMailed("follow-up 3").waitsAt("await-answer")
			.says("follow-up-answered", followUp.id() + ":3", Map.of()).endsAt("follow-ups-finished");
		assertThat(followUp.mails()).containsExactly("follow-up 1", "follow-up 2", "follow-up-reminder 2",
				"follow-up 3");
		assertThat(followUp.done("close-follow-up")).extracting(job -> job.getVariable("followUpNumber"))
			.containsExactly(2);
	}
}
