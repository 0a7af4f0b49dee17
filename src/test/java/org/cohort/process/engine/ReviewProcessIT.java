package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("review")
class ReviewProcessIT extends ProcessTest {

	private final String first = UUID.randomUUID().toString();

	private static final String SLOT = UUID.randomUUID().toString();

	private final String second = UUID.randomUUID().toString();

	@Test
	void twoReviewersEachGetATaskOfTheirOwn() {
		Scenario review = scenario("review").isCalledWith(Map.of()).hasAsked("assign-reviewer", 2);
		review.waitsFor(2, "review-dossier");
		assertThat(review.task("review-dossier").candidateUsers()).hasSize(1);
		assertThat(review.tasks("review-dossier").flatMap(task -> task.candidateUsers().stream()))
			.containsExactlyInAnyOrder("reviewer-1", "reviewer-2");
		review.completes("review-dossier", Map.of()).completes("review-dossier", Map.of())
			.endsAt("reviewed-application");
		assertThat(review.done("combine-scores")).hasSize(1);
	}

	@Test
	void handingInOnThePageClosesTheTask() {
		Scenario review = one("scored");
		review.waitsAt("review-dossier").says("review-submitted", first, Map.of()).endsAt("reviewed-application");
		assertThat(review.tasks("review-dossier")).isEmpty();
		assertThat(review.mails()).containsExactly("review-assigned");
	}

	@Test
	void aTaskThatIsCompletedWithoutAReviewComesBack() {
		Scenario review = one("missing", "scored");
		review.completes("review-dossier", Map.of()).passed("check-review", 1)
			.completes("review-dossier", Map.of()).endsAt("reviewed-application");
		assertThat(review.done("check-review")).hasSize(2);
	}

	@Test
	void aConflictOfInterestLeadsToAnotherReviewer() {
		Scenario review = slot("conflict", "scored");
		review.answering("assign-reviewer", assigned(review, first, "rita"), assigned(review, second, "raj"));
		review.isCalledWith(Map.of()).waitsAt("review-dossier").says("review-submitted", first, Map.of())
			.passed("assign-reviewer", 2);
		assertThat(review.task("review-dossier").candidateUsers()).containsExactly("raj");
		review.says("review-submitted", second, Map.of()).endsAt("reviewed-application");
	}

	@Test
	void anOverdueReviewIsRemindedOfAndThenDecidedByACoordinator() {
		Scenario review = slot("missing", "released", "scored");
		review.answering("assign-reviewer", assigned(review, first, "rita"), assigned(review, second, "raj", 60));
		review.isCalledWith(Map.of()).waitsAt("review-dossier").afterDays(10).passed("mail-review-reminder", 1);
		review.waitsFor(1, "review-dossier").afterDays(4);
		assertThat(review.task("decide-overdue-review").candidateGroups()).containsExactly("coordinators");
		review.waitsFor(0, "review-dossier");
		review.completes("decide-overdue-review", Map.of("overdueDecision", "extend")).waitsAt("review-dossier");
		review.afterDays(14).completes("decide-overdue-review", Map.of("overdueDecision", "reassign"))
			.hasAsked("assign-reviewer", 2).waitsAt("review-dossier")
			.completes("review-dossier", Map.of()).endsAt("reviewed-application");
		assertThat(review.done("resolve-overdue-review"))
			.extracting(job -> job.getVariable("overdueDecision")).containsExactly("extend", "reassign");
		assertThat(review.mails()).filteredOn(mail -> mail.startsWith("review-overdue")).hasSize(2)
			.doesNotHaveDuplicates();
	}

	@Test
	void aReviewThatComesLateClosesTheTaskOfTheCoordinator() {
		Scenario review = one("scored");
		review.waitsAt("review-dossier").afterDays(14).waitsAt("decide-overdue-review")
			.says("review-submitted", first, Map.of()).endsAt("reviewed-application");
		assertThat(review.done("resolve-overdue-review")).isEmpty();
	}

	@Test
	void withoutAFreeReviewerACoordinatorLooksForOneOrGoesOnWithout() {
		Scenario review = scenario("review").answering("start-review", Map.of("slots", List.of(1), "redactFirst", false))
			.answering("assign-reviewer", nobody());
		review.isCalledWith(Map.of());
		assertThat(review.task("find-reviewer").candidateGroups()).containsExactly("coordinators");
		review.completes("find-reviewer", Map.of("findDecision", "retry")).hasAsked("assign-reviewer", 2)
			.completes("find-reviewer", Map.of("findDecision", "skip")).endsAt("reviewed-application");
		assertThat(review.done("skip-slot")).hasSize(1);
		assertThat(review.mails()).isEmpty();
	}

	@Test
	void aReviewerWhoIsFoundByANewAssignmentClosesTheTaskOfTheCoordinator() {
		Scenario review = scenario("review").answering("start-review", Map.of("slots", List.of(1), "redactFirst", false));
		review.answering("assign-reviewer", nobody(), assigned(review, first, "rita"));
		review.isCalledWith(Map.of()).waitsAt("find-reviewer").says("reviewer-found", SLOT, Map.of())
			.waitsAt("review-dossier").waitsFor(0, "find-reviewer");
		assertThat(review.task("review-dossier").candidateUsers()).containsExactly("rita");
		review.says("review-submitted", first, Map.of()).endsAt("reviewed-application");
	}

	@Test
	void reviewersAreAskedOnlyWhenACoordinatorHasBlackedOutIfTheProgrammeSaysSo() {
		Scenario review = scenario("review").answering("start-review", Map.of("slots", List.of(1), "redactFirst", true));
		review.isCalledWith(Map.of()).waitsAt("black-out-answers");
		assertThat(review.task("black-out-answers").candidateGroups()).containsExactly("coordinators");
		assertThat(review.done("assign-reviewer")).isEmpty();
		review.completes("black-out-answers", Map.of()).completes("review-dossier", Map.of())
			.endsAt("reviewed-application");
	}

	@Test
	void scoresThatLieFarApartCallOneMoreReviewer() {
		Scenario review = scenario("review").answering("compare-scores",
				Map.of("anotherReview", true, "slots", List.of(3)), Map.of("anotherReview", false, "slots", List.of()));
		review.isCalledWith(Map.of()).waitsFor(2, "review-dossier");
		review.completes("review-dossier", Map.of()).completes("review-dossier", Map.of());
		review.passed("compare-scores", 1).waitsFor(1, "review-dossier");
		assertThat(review.task("review-dossier").candidateUsers()).containsExactly("reviewer-3");
		assertThat(review.done("combine-scores")).isEmpty();
		review.completes("review-dossier", Map.of()).endsAt("reviewed-application");
		assertThat(review.done("compare-scores")).hasSize(2);
		assertThat(review.done("combine-scores")).hasSize(1);
	}

	/** One slot, whose checks find these results one after the other. */
	private Scenario one(String... results) {
		Scenario review = slot(results);
		return review.answering("assign-reviewer", assigned(review, first, "rita")).isCalledWith(Map.of());
	}

	private Scenario slot(String... results) {
		return scenario("review").answering("start-review", Map.of("slots", List.of(1), "redactFirst", false))
			.answering("check-review", Stream.of(results).map(result -> Map.of("reviewResult", result))
				.toArray(Map[]::new));
	}

	private static Map<String, Object> assigned(Scenario review, String reviewId, String reviewer) {
		return assigned(review, reviewId, reviewer, 10);
	}

	/** @param remindIn days from now; the review is due four days later */
	private static Map<String, Object> assigned(Scenario review, String reviewId, String reviewer, int remindIn) {
		return Map.of("slotKey", SLOT, "reviewId", reviewId, "reviewer", reviewer, "remindReviewAt", review.in(remindIn),
				"reviewBy", review.in(remindIn + 4));
	}

	private static Map<String, Object> nobody() {
		Map<String, Object> nobody = new HashMap<>();
		nobody.put("slotKey", SLOT);
		List.of("reviewId", "reviewer", "remindReviewAt", "reviewBy").forEach(name -> nobody.put(name, null));
		return nobody;
	}
}
