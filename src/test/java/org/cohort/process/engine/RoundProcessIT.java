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
		round.afterDays(3).waitsAt("await-pool").says("pool-settled", Map.of()).waitsAt("await-proposal");
		assertThat(round.mails()).as("nothing to look at yet").isEmpty();
		round.says("proposal-ended", Map.of());
		assertThat(round.task("decide-cohort").candidateGroups()).containsExactly("committee");
		round.says("selection-approved", Map.of()).endsAt("run-started");
		assertThat(round.mails()).containsExactly("shortlist-ready");
		assertThat(round.tasks("decide-cohort")).isEmpty();
		assertThat(round.done("announce-selection")).hasSize(1);
	}

	@Test
	void aRoundWhoseDatesChangeWaitsForTheNewClosingAndRemindsBeforeIt() {
		Scenario round = scenario("round").beginsWith("round-opened").waitsAt("accept-applications");
		round.afterDays(20).says("round-dates-changed", Map.of()).hasAsked("prepare-round", 2);
		round.waitsAt("accept-applications").afterDays(11).waitsAt("accept-applications");
		round.afterDays(17).passed("remind-drafts", 1).waitsAt("accept-applications");
		round.afterDays(3).waitsAt("await-pool");
		assertThat(round.done("close-round")).hasSize(1);
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
	void twoDeclinesAndAnExpiryAreFilledFromTheWaitingListUntilAllSeatsAreTaken() {
		Map<String, Object> open = Map.of("seatsSettled", false);
		Scenario round = decided("fill-seats", open, open, open, open, open, open, Map.of("seatsSettled", true));
		round.says("selection-approved", Map.of()).waitsAt("await-closed-offer");
		closes(round, answered("declined", false), 2);
		closes(round, answered("declined", false), 3);
		Scenario silent = offer("expired").afterDays(3).hasMailed("offer-reminder").afterDays(2);
		silent.endsAt("offer-closed");
		closes(round, silent, 4);
		assertThat(round.done("close-waiting-list")).isEmpty();
		closes(round, answered("accepted", true), 5);
		closes(round, answered("accepted", true), 6);
		closes(round, answered("accepted", true), 7);
		round.endsAt("run-started");
		assertThat(round.done("fill-seats")).hasSize(7);
		assertThat(round.done("close-waiting-list")).hasSize(1);
	}

	private Scenario offer(String outcome) {
		return scenario("offer").answering("close-offer", Map.of("offerOutcome", outcome)).isCalledWith(Map.of())
			.waitsAt("await-answer");
	}

	private Scenario answered(String outcome, boolean accepted) {
		Scenario offer = offer(outcome).says("offer-answered", Map.of("accepted", accepted));
		offer.endsAt("offer-closed");
		return offer;
	}

	/** What the selection says when an offer is over. */
	private static void closes(Scenario round, Scenario offer, int asked) {
		assertThat(offer.done("close-offer")).hasSize(1);
		round.says("offer-closed", Map.of()).hasAsked("fill-seats", asked);
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
		return round.says("close-round-now", Map.of()).says("pool-settled", Map.of()).says("proposal-ended", Map.of())
			.waitsAt("decide-cohort");
	}
}
