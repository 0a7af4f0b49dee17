package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("round")
class RoundProcessIT extends ProcessTest {

	@Test
	void aRoundClosesAtItsTimeAndTheApprovedCohortStartsTheRun() {
		Scenario round = scenario("round").beginsWith("round-opened").waitsAt("accept-applications");
		round.afterDays(27).passed("remind-drafts", 1).waitsAt("accept-applications");
		round.afterDays(3).waitsAt("await-pool").says("pool-settled", Map.of());
		assertThat(round.task("decide-cohort").candidateGroups()).containsExactly("committee");
		round.says("selection-approved", Map.of()).endsAt("run-started");
		assertThat(round.mails()).containsExactly("shortlist-ready");
		assertThat(round.tasks("decide-cohort")).isEmpty();
		assertThat(round.done("announce-selection")).hasSize(1);
	}

	@Test
	void aRoundWithNobodyToChooseFromIsCompleted() {
		Scenario round = scenario("round").answering("propose-cohort", Map.of("poolSize", 0)).beginsWith("round-opened");
		round.says("close-round-now", Map.of()).says("pool-settled", Map.of()).endsAt("completed");
		assertThat(round.mails()).isEmpty();
		assertThat(round.done("complete-round")).hasSize(1);
		assertThat(round.done("start-run")).isEmpty();
	}

	@Test
	void aTaskCompletedWithoutAnApprovalComesBackToTheCommittee() {
		Scenario round = decided("check-selection", Map.of("approved", false), Map.of("approved", true));
		round.completes("decide-cohort", Map.of()).passed("check-selection", 1)
			.completes("decide-cohort", Map.of()).endsAt("run-started");
		assertThat(round.done("announce-selection")).hasSize(1);
	}

	@Test
	void everyClosedOfferLetsTheSeatsBeFilledAgainUntilTheyAreSettled() {
		Map<String, Object> open = Map.of("seatsSettled", false);
		Scenario round = decided("fill-seats", open, open, Map.of("seatsSettled", true));
		round.says("selection-approved", Map.of()).waitsAt("await-closed-offer");
		assertThat(round.done("close-waiting-list")).isEmpty();
		round.says("offer-closed", Map.of()).hasAsked("fill-seats", 2).says("offer-closed", Map.of())
			.endsAt("run-started");
		assertThat(round.done("fill-seats")).hasSize(3);
	}

	@Test
	void aRoundInWhichNobodyAcceptsEndsWithoutARun() {
		Scenario round = decided("close-waiting-list", Map.of("anyParticipants", false));
		round.says("selection-approved", Map.of()).endsAt("completed");
		assertThat(round.done("close-waiting-list")).hasSize(1);
		assertThat(round.done("start-run")).isEmpty();
	}

	@SafeVarargs
	private Scenario decided(String jobType, Map<String, Object>... answers) {
		Scenario round = scenario("round").answering(jobType, answers).beginsWith("round-opened");
		return round.says("close-round-now", Map.of()).says("pool-settled", Map.of()).waitsAt("decide-cohort");
	}
}
