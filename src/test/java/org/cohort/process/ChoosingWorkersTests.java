package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.TestDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The variables that the processes go on with after jobs of reviews, the selection and offers. */
@ApplicationTest
class ChoosingWorkersTests {

	@Autowired
	ReviewWorkers reviewWorkers;

	@Autowired
	SelectionWorkers selectionWorkers;

	@Autowired
	OfferWorkers offerWorkers;

	@Autowired
	Applications applications;

	@Autowired
	TestDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	private Applicants applicants;

	private Round round;

	@BeforeEach
	void freshRound() {
		applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRound(5);
	}

	@AfterEach
	void everybodyIsBack() {
		directory.reset();
	}

	@Test
	void aReviewIsStartedAssignedFoundMissingAndReassigned() {
		UUID application = applicants.in(round).at(Stage.SCREENING).store();
		assertThat(reviewWorkers.startReview(job(application, Map.of())))
				.isEqualTo(Map.of("slots", List.of(1, 2), "redactFirst", false));
		assertThat(applications.stage(application)).isEqualTo(Stage.UNDER_REVIEW);
		Map<String, Object> first = reviewWorkers.assignReviewer(job(application, Map.of("slot", 1)));
		assertThat(first).containsOnlyKeys("reviewId", "reviewer", "reviewBy", "remindReviewAt", "slotKey");
		assertThat(Instant.parse((String) first.get("remindReviewAt")))
				.isBefore(Instant.parse((String) first.get("reviewBy")));
		assertThat(reviewWorkers.checkReview(job(application, first))).isEqualTo(Map.of("reviewResult", "missing"));
		Map<String, Object> overdue = new HashMap<>(first);
		overdue.put("overdueDecision", "reassign");
		assertThat(reviewWorkers.resolveOverdueReview(job(application, overdue))).containsOnlyKeys("reviewBy",
				"remindReviewAt");
		assertThat(reviewWorkers.checkReview(job(application, first))).isEqualTo(Map.of("reviewResult", "released"));
		assertThat(reviewWorkers.combineScores(job(application, Map.of()))).isEqualTo(Map.of("reviews", 0));
	}

	@Test
	void withoutAnyReviewerTheProcessIsToldSo() {
		directory.put("reviewers");
		UUID application = applicants.in(round).store();
		assertThat(reviewWorkers.assignReviewer(job(application, Map.of("slot", 1)))).containsEntry("reviewer", null)
			.containsEntry("reviewId", null);
	}

	@Test
	void anEmptyPoolEndsTheRoundAndAnUnapprovedOneGoesBackToTheCommittee() {
		assertThat(selectionWorkers.proposeCohort(job(round))).containsEntry("poolSize", 0);
		assertThat(selectionWorkers.checkSelection(job(round))).isEqualTo(Map.of("approved", false));
	}

	@Test
	void anOfferThatNobodyAnsweredEndsAsExpired() {
		UUID application = applicants.in(round).at(Stage.IN_POOL).store();
		Map<String, Object> made = offerWorkers.makeOffer(job(application, Map.of()));
		assertThat(made).containsOnlyKeys("offerExpiresAt", "remindOfferAt");
		assertThat(offerWorkers.closeOffer(job(application, Map.of()))).isEqualTo(Map.of("offerOutcome", "expired"));
	}

	@Test
	void noVariableNamesAPersonOtherThanTheReviewer() {
		UUID application = applicants.in(round).named("MARKER-name", "marker@example.org").answer("profile", "MARKER-handle")
			.answer("motivation", "MARKER-motivation").says("gender", "non-binary").store();
		Map<String, Object> all = new HashMap<>(reviewWorkers.startReview(job(application, Map.of())));
		all.putAll(reviewWorkers.assignReviewer(job(application, Map.of("slot", 1))));
		all.putAll(reviewWorkers.checkReview(job(application, all)));
		all.putAll(reviewWorkers.compareScores(job(application, Map.of("slots", List.of(1, 2)))));
		jdbc.sql("update application set stage = 'IN_POOL' where id = ?").param(application).update();
		all.putAll(selectionWorkers.proposeCohort(job(round)));
		// Computed in the background, out of a pool that an offer would empty.
		await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.sql("select state from selection_proposal where round_id = ?")
			.param(round.id()).query(String.class).single().equals("ready"));
		all.putAll(offerWorkers.makeOffer(job(application, Map.of())));
		assertThat(all.toString()).doesNotContain("MARKER", "marker@", "non-binary", applications.get(application).code());
	}

	private static Job job(UUID application, Map<String, Object> variables) {
		Map<String, Object> all = new HashMap<>(variables);
		all.put("applicationId", application.toString());
		return new Job(1, "type", "process", "element", Map.of(), all);
	}

	private static Job job(Round round) {
		return new Job(1, "type", "process", "element", Map.of(), Map.of("roundId", round.id().toString()));
	}
}
