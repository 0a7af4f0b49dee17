package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("application")
class ApplicationProcessIT extends ProcessTest {

	@Test
	void anApplicantWhoAcceptsTheOfferBecomesAParticipant() {
		Scenario application = inPool();
		application.says("selection-decided", Map.of("decision", "offer", "turn", 1)).waitsAt("await-answer");
		application.says("offer-answered", Map.of("accepted", true)).endsAt("participation-started");
		assertThat(application.mails()).containsSubsequence("confirm-address", "eligible", "review-assigned",
				"review-assigned", "offer", "offer-accepted").hasSize(6);
		assertThat(application.done("start-participation")).hasSize(1);
	}

	@Test
	void anAddressThatIsNotConfirmedIsRemindedOfAndThenTheApplicationLapses() {
		Scenario application = scenario("application").beginsWith("application-submitted").waitsAt("await-confirmation");
		application.afterDays(2).hasMailed("confirm-reminder");
		application.afterDays(2).endsAt("lapsed");
		assertThat(application.mails()).containsExactly("confirm-address", "confirm-reminder", "application-lapsed");
	}

	@Test
	void aConfirmationThatWasStillOnItsWayAtTheDeadlineCounts() {
		Scenario application = scenario("application").answering("lapse-application", Map.of("confirmed", true))
			.answering("start-screening", ineligible())
			.beginsWith("application-submitted").waitsAt("await-confirmation");
		application.afterDays(4).waitsAt("await-appeal").afterDays(5).endsAt("not-eligible");
		assertThat(application.mails()).contains("not-eligible").doesNotContain("application-lapsed", "eligible");
		assertThat(application.done("close-application")).extracting(job -> job.getCustomHeaders().get("stage"))
			.containsExactly("NOT_ELIGIBLE");
	}

	@Test
	void whoeverIsOnTheWaitingListWaitsForTheNextDecision() {
		Scenario application = inPool();
		application.says("selection-decided", Map.of("decision", "waiting-list", "turn", 1)).hasMailed("waiting-list");
		application.says("selection-decided", Map.of("decision", "not-selected", "turn", 2)).endsAt("not-selected");
		assertThat(application.mails()).contains("not-selected").doesNotContain("offer");
	}

	@Test
	void anOfferThatExpiresEndsTheApplication() {
		Scenario application = inPool().answering("close-offer", Map.of("offerOutcome", "expired"));
		application.says("selection-decided", Map.of("decision", "offer", "turn", 1)).waitsAt("await-answer");
		application.afterDays(5).endsAt("offer-expired");
		assertThat(application.mails()).contains("offer-expired").doesNotContain("offer-accepted");
		assertThat(application.done("start-participation")).isEmpty();
	}

	@Test
	void anOfferCanBeDeclined() {
		Scenario application = inPool().answering("close-offer", Map.of("offerOutcome", "declined"));
		application.says("selection-decided", Map.of("decision", "offer", "turn", 1)).waitsAt("await-answer");
		application.says("offer-answered", Map.of("accepted", false)).endsAt("offer-declined");
		assertThat(application.mails()).contains("offer-declined");
	}

	@Test
	void anApplicantWhoWithdrawsGetsNoFurtherMailAndReviewersLoseTheirTasks() {
		Scenario application = inReview();
		application.task("review-dossier");
		application.says("application-withdrawn", Map.of()).endsAt("withdrawal-finished");
		assertThat(application.mails()).endsWith("withdrawn");
		assertThat(application.tasks("review-dossier")).isEmpty();
		assertThat(application.done("close-application")).extracting(job -> job.getCustomHeaders().get("stage"))
			.containsExactly("WITHDRAWN");
	}

	@Test
	void whoseAppealIsGrantedIsReviewedLikeAnybody() {
		Scenario application = scenario("application").answering("start-screening", ineligible())
			.beginsWith("application-submitted");
		application.says("email-confirmed", Map.of()).waitsAt("await-appeal");
		application.says("appeal-submitted", Map.of()).says("appeal-decided", Map.of());
		application.waitsAt("review-dossier");
		assertThat(application.mails()).contains("not-eligible", "appeal-granted").doesNotContain("eligible");
		application.says("application-withdrawn", Map.of()).endsAt("withdrawal-finished");
	}

	private static Map<String, Object> ineligible() {
		return Map.of("facts", UsualAnswers.facts(0, 20, 10, true), "screening", 1);
	}

	private Scenario inReview() {
		Scenario application = scenario("application").beginsWith("application-submitted");
		application.says("email-confirmed", Map.of()).waitsAt("review-dossier");
		return application;
	}

	private Scenario inPool() {
		Scenario application = inReview();
		application.completes("review-dossier", Map.of());
		application.completes("review-dossier", Map.of());
		return application.waitsAt("await-decision");
	}
}
