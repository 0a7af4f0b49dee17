package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.application.Standings;
import org.cohort.directory.Person;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.review.Review.Judgement;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.TestDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.awaitility.Awaitility.await;

@ApplicationTest
class ReviewsTests {

	@Autowired
	Reviews reviews;

	@Autowired
	Reviewing reviewing;

	@Autowired
	Applications applications;

	@Autowired
	Standings standings;

	@Autowired
	TestDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

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
		clock.reset();
	}

	@Test
	void reviewsGoToTheLeastBusyAndNeverTwiceToOnePerson() {
		directory.put("reviewers", "anna", "ben", "chidi");
		Map<String, Integer> load = new HashMap<>();
		for (int i = 0; i < 6; i++) {
			UUID application = applicants.in(round).store();
			String first = reviews.assign(application, 1).orElseThrow().reviewer();
			String second = reviews.assign(application, 2).orElseThrow().reviewer();
			assertThat(first).isNotEqualTo(second);
			load.merge(first, 1, Integer::sum);
			load.merge(second, 1, Integer::sum);
		}
		assertThat(load).containsOnly(Map.entry("anna", 4), Map.entry("ben", 4), Map.entry("chidi", 4));
	}

	@Test
	void askedTwiceForTheSameSlotItStaysWithTheSamePerson() {
		UUID application = applicants.in(round).store();
		assertThat(reviews.assign(application, 1)).isEqualTo(reviews.assign(application, 1));
		assertThat(jdbc.sql("select count(*) from review where application_id = ?").param(application).query(Integer.class)
				.single())
			.isEqualTo(1);
	}

	@Test
	void slotsOfOneApplicationAssignedAtTheSameMomentGoToDifferentPeople() throws Exception {
		directory.put("reviewers", "anna", "ben", "chidi", "dana");
		try (var threads = Executors.newFixedThreadPool(8)) {
			for (int i = 0; i < 10; i++) {
				UUID application = applicants.in(round).store();
				List<Callable<Optional<Assignment>>> calls = new ArrayList<>();
				for (int call = 0; call < 8; call++) {
					int slot = call % 4 + 1;
					calls.add(() -> reviews.assign(application, slot));
				}
				var people = new HashSet<String>();
				for (var future : threads.invokeAll(calls)) {
					people.add(future.get().orElseThrow().reviewer());
				}
				assertThat(people).containsExactlyInAnyOrder("anna", "ben", "chidi", "dana");
			}
		}
	}

	@Test
	void whoDeclaredAConflictOrIsTheApplicantIsNeverAsked() {
		directory.put("reviewers", List.of(new Person("anna", "Anna", "anna@staff.example"),
				new Person("ben", "Ben", "Ben@Example.org"), new Person("chidi", "Chidi", "")));
		UUID application = applicants.in(round).named("Ben", "ben@example.org").store();
		Assignment first = reviews.assign(application, 1).orElseThrow();
		reviewing.declareConflict(first.reviewId(), first.reviewer(), "We work together");
		assertThat(reviews.state(first.reviewId())).isEqualTo(ReviewState.CONFLICT);
		Assignment second = reviews.assign(application, 1).orElseThrow();
		assertThat(List.of(first.reviewer(), second.reviewer())).containsExactlyInAnyOrder("anna", "chidi");
		reviewing.abstain(second.reviewId(), second.reviewer());
		assertThat(reviews.assign(application, 1)).isEmpty();
	}

	@Test
	void theScoreOfAnApplicationIsTheMeanOfItsReviewsAndIsRecordedWithItsFormula() {
		UUID application = applicants.in(round).store();
		score(application, 1, 5);
		score(application, 2, 2);
		Score score = reviews.combine(application).orElseThrow();
		assertThat(score.value()).isCloseTo((100 + 25) / 2.0, within(1e-9));
		assertThat(score.reviews()).isEqualTo(2);
		assertThat(reviews.scores(List.of(application))).containsExactly(score);
		assertThat(jdbc.sql("select formula from review_score where application_id = ?").param(application)
				.query(String.class).single())
			.isEqualTo(RubricScore.FORMULA);
	}

	@Test
	void aReviewHasBegunWithTheFirstDraftOrScoreAndNotByBeingAssigned() {
		UUID drafted = applicants.in(round).store();
		Assignment assignment = reviews.assign(drafted, 1).orElseThrow();
		assertThat(standings.reviewHasBegun(drafted)).isFalse();
		reviewing.keepDraft(assignment.reviewId(), assignment.reviewer(), Judgement.EMPTY);
		assertThat(standings.reviewHasBegun(drafted)).isTrue();
		UUID scored = applicants.in(round).store();
		score(scored, 1, 3);
		assertThat(standings.reviewHasBegun(scored)).isTrue();
	}

	@Test
	void anApplicationThatNobodyScoredHasNoScore() {
		UUID application = applicants.in(round).store();
		Assignment assignment = reviews.assign(application, 1).orElseThrow();
		reviews.skip(assignment.reviewId(), "olga");
		assertThat(reviews.combine(application)).isEmpty();
		assertThat(reviews.state(assignment.reviewId()).result()).isEqualTo("skipped");
	}

	@Test
	void aReassignedReviewGoesToSomebodyElse() {
		UUID application = applicants.in(round).store();
		Assignment late = reviews.assign(application, 1).orElseThrow();
		reviews.release(late.reviewId(), "olga");
		assertThat(reviews.assign(application, 1).orElseThrow().reviewer()).isNotEqualTo(late.reviewer());
	}

	@Test
	void anExtensionCountsFromNow() {
		UUID application = applicants.in(round).store();
		Assignment before = reviews.assign(application, 1).orElseThrow();
		clock.forward(Duration.ofDays(30));
		Assignment after = reviews.extend(before.reviewId(), "olga");
		assertThat(Duration.between(before.dueAt(), after.dueAt())).isBetween(Duration.ofDays(30), Duration.ofDays(30)
				.plusMinutes(1));
	}

	@Test
	void aScoredReviewCannotBeTakenBackOrSkipped() {
		UUID application = applicants.in(round).store();
		UUID review = score(application, 1, 4);
		reviews.release(review, "olga");
		reviews.skip(review, "olga");
		assertThat(reviews.state(review)).isEqualTo(ReviewState.SCORED);
		assertThat(reviews.assign(application, 1).orElseThrow().reviewId()).isEqualTo(review);
	}

	@Test
	void aWithdrawnApplicationReleasesItsReviews() {
		UUID application = applicants.in(round).store();
		Assignment assignment = reviews.assign(application, 1).orElseThrow();
		applications.advance(application, Stage.WITHDRAWN);
		transaction.executeWithoutResult(status -> events.publishEvent(new Applications.Withdrawn(application)));
		await().untilAsserted(() -> assertThat(reviews.state(assignment.reviewId())).isEqualTo(ReviewState.RELEASED));
		assertThat(reviews.assign(application, 2)).isEmpty();
	}

	@Test
	void scoresAreAdjustedForStrictnessOnceReviewersHaveEnoughReviews() {
		directory.put("reviewers", "anna.strict", "ben.generous");
		for (int i = 0; i < 4; i++) {
			UUID both = applicants.in(round).store();
			scoredBy("anna.strict", both, 1, 2);
			scoredBy("ben.generous", both, 2, 4);
		}
		UUID strictly = applicants.in(round).store();
		UUID generously = applicants.in(round).store();
		scoredBy("anna.strict", strictly, 1, 2);
		assertThat(reviews.scores(List.of(strictly))).singleElement().satisfies(score ->
				assertThat(score.adjusted()).isEqualTo(score.value()));
		scoredBy("ben.generous", generously, 1, 4);
		assertThat(reviews.scores(List.of(strictly, generously))).extracting(Score::value).containsExactlyInAnyOrder(25.0,
				75.0);
		assertThat(reviews.scores(List.of(strictly, generously))).allSatisfy(score ->
				assertThat(score.adjusted()).isCloseTo(50, within(1e-6)));
		assertThat(reviews.verdicts(strictly)).singleElement().satisfies(verdict -> {
			assertThat(verdict.value()).isEqualTo(25);
			assertThat(verdict.adjusted()).isCloseTo(50, within(1e-6));
		});
	}

	@Test
	void scoresThatLieFarApartCallOneMoreReviewerOnce() {
		directory.put("reviewers", "anna.strict", "ben.generous", "chidi");
		UUID application = applicants.in(round).store();
		scoredBy("anna.strict", application, 1, 1);
		scoredBy("ben.generous", application, 2, 2);
		assertThat(reviews.another(application, 2)).isEmpty();
		UUID contested = applicants.in(round).store();
		scoredBy("anna.strict", contested, 1, 1);
		scoredBy("ben.generous", contested, 2, 5);
		assertThat(reviews.another(contested, 2)).hasValue(3);
		assertThat(reviews.assign(contested, 3).orElseThrow().reviewer()).isEqualTo("chidi");
		assertThat(reviews.another(contested, 3)).isEmpty();
	}

	/** This reviewer gives the same points for every criterion. */
	private void scoredBy(String reviewer, UUID application, int slot, int points) {
		List<Person> all = directory.members("reviewers");
		directory.put("reviewers", reviewer);
		Assignment assignment = reviews.assign(application, slot).orElseThrow();
		directory.put("reviewers", all);
		Map<String, Integer> given = new HashMap<>();
		round.settings().rubric().forEach(criterion -> given.put(criterion.key(), points));
		reviewing.submit(assignment.reviewId(), reviewer, new Judgement(given, 2, "", ""));
		reviews.combine(application);
	}

	private UUID score(UUID application, int slot, int points) {
		Assignment assignment = reviews.assign(application, slot).orElseThrow();
		Map<String, Integer> all = new HashMap<>();
		round.settings().rubric().forEach(criterion -> all.put(criterion.key(), points));
		reviewing.submit(assignment.reviewId(), assignment.reviewer(), new Judgement(all, 2, "", ""));
		return assignment.reviewId();
	}
}
