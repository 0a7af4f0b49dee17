package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("agreement")
class AgreementProcessIT extends ProcessTest {

	@Test
	void theChosenMentorAgreesAndThenTheParticipant() {
		Scenario agreement = called();
		assertThat(agreement.task("choose-mentor").candidateGroups()).containsExactly("coordinators");
		agreement.completes("choose-mentor", Map.of("mentor", "mia"));
		assertThat(agreement.task("confirm-agreement").candidateUsers()).containsExactly("mia");
		agreement.completes("confirm-agreement", Map.of("agreementAnswer", "agree")).waitsAt("await-participant")
			.says("agreement-confirmed", Map.of()).endsAt("agreement-confirmed");
		assertThat(agreement.mails()).containsExactly("agreement-mentor mia", "agreement-participant mia");
	}

	@Test
	void theListOfMentorsIsMadeAgainWhenNobodyIsChosen() {
		Scenario agreement = called().completes("choose-mentor", Map.of()).hasAsked("list-mentors", 2);
		agreement.completes("choose-mentor", Map.of("mentor", "")).hasAsked("list-mentors", 3).waitsAt("choose-mentor");
		assertThat(agreement.done("assign-mentor")).isEmpty();
		agreement.completes("choose-mentor", Map.of("mentor", "mia")).hasAsked("assign-mentor", 1);
	}

	@Test
	void aMentorWhoDeclinesIsReplaced() {
		Scenario agreement = called().completes("choose-mentor", Map.of("mentor", "mia"))
			.completes("confirm-agreement", Map.of("agreementAnswer", "decline"))
			.completes("choose-mentor", Map.of("mentor", "max"));
		assertThat(agreement.task("confirm-agreement").candidateUsers()).containsExactly("max");
		assertThat(agreement.mails()).containsExactly("agreement-mentor mia", "agreement-mentor max");
		assertThat(agreement.done("record-mentor-answer"))
			.extracting(job -> job.getVariable("agreementAnswer")).containsExactly("decline");
	}

	@Test
	void bothAreReminded() {
		Scenario agreement = called().completes("choose-mentor", Map.of("mentor", "mia")).waitsAt("confirm-agreement")
			.afterDays(4).hasMailed("agreement-mentor-reminder mia")
			.completes("confirm-agreement", Map.of("agreementAnswer", "agree"))
			.hasMailed("agreement-participant-reminder mia").says("agreement-confirmed", Map.of());
		agreement.endsAt("agreement-confirmed");
		assertThat(agreement.mails()).hasSize(4);
	}

	private Scenario called() {
		Scenario agreement = scenario("agreement");
		return agreement.isCalledWith(Map.of("agreeBy", agreement.in(7), "remindAgreementAt", agreement.in(4)));
	}
}
