package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.cohort.application.Stage;
import org.cohort.audit.AuditTrail;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationTest
@RecordApplicationEvents
class ReplanningTests {

	@Autowired
	Reviews reviews;

	@Autowired
	Replanning replanning;

	@Autowired
	Reviewing reviewing;

	@Autowired
	ReviewerProfiles profiles;

	@Autowired
	Absences absences;

	@Autowired
	PinStore pins;

	@Autowired
	AuditTrail audit;

	@Autowired
	TestDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	@Autowired
	ApplicationEvents events;

	private Applicants applicants;

	private Round round;

	@BeforeEach
	void freshRound() {
		jdbc.sql("delete from reviewer_profile").update();
		jdbc.sql("delete from reviewer_absence").update();
		applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRound(5);
		directory.put("reviewers", "anna", "ben");
	}

	@AfterEach
	void everybodyIsBack() {
		directory.reset();
		jdbc.sql("delete from reviewer_profile").update();
		jdbc.sql("delete from reviewer_absence").update();
	}

	@Test
	void aNewReviewerTakesTheirShareOfWhatNobodyHasBegun() {
		List<Assignment> all = assigned(6);
		directory.put("reviewers", "anna", "ben", "chidi");
		Replan replan = replanning.preview(round.id());
		assertThat(replan.then()).containsOnly(Map.entry("anna", 2), Map.entry("ben", 2), Map.entry("chidi", 2));
		assertThat(replan.moves()).hasSize(2);
		assertThat(replanning.apply(round.id(), replan.fingerprint(), "olga")).isTrue();
		assertThat(all).filteredOn(one -> reviews.state(one.reviewId()) == ReviewState.RELEASED).hasSize(2)
				.allSatisfy(one -> {
			assertThat(reviews.assign(one.applicationId(), one.slot()).orElseThrow().reviewer()).isEqualTo("chidi");
			assertThat(events.stream(Reviews.Released.class)).contains(new Reviews.Released(one.reviewId(),
					one.applicationId()));
			assertThat(audit.of(one.applicationId())).extracting(AuditTrail.Entry::action)
				.containsExactly("assign-review", "release-review", "assign-review");
		});
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action, AuditTrail.Entry::actor)
			.contains(org.assertj.core.groups.Tuple.tuple("replan-reviews", "olga"));
		assertThat(replanning.preview(round.id()).moves()).isEmpty();
	}

	@Test
	void whatSomebodyHasBegunStaysWithThem() {
		assigned(4).forEach(one -> reviewing.keepDraft(one.reviewId(), one.reviewer(),
				new Judgement(Map.of("motivation", 3), null, "", "")));
		directory.put("reviewers", "anna", "ben", "chidi");
		assertThat(replanning.preview(round.id()).moves()).isEmpty();
	}

	@Test
	void onlyWhatWasLookedAtIsApplied() {
		List<Assignment> all = assigned(6);
		directory.put("reviewers", "anna", "ben", "chidi");
		Replan seen = replanning.preview(round.id());
		assigned(3);
		assertThat(replanning.apply(round.id(), seen.fingerprint(), "olga")).isFalse();
		assertThat(all).allMatch(one -> reviews.state(one.reviewId()) == ReviewState.ASSIGNED);
	}

	@Test
	void whoGoesAwayGivesBackWhatTheyHaveNotBegunAndGetsNothingNew() {
		List<Assignment> all = assigned(4);
		Assignment begun = all.stream().filter(one -> one.reviewer().equals("anna")).findFirst().orElseThrow();
		reviewing.keepDraft(begun.reviewId(), "anna", new Judgement(Map.of("motivation", 3), null, "", ""));
		away("anna");
		assertThat(replanning.leave("anna", "olga")).isPositive();
		assertThat(all).filteredOn(one -> reviews.state(one.reviewId()) == ReviewState.RELEASED).hasSize(1);
		assertThat(reviews.state(begun.reviewId())).isEqualTo(ReviewState.ASSIGNED);
		all.stream().filter(one -> reviews.state(one.reviewId()) == ReviewState.RELEASED).forEach(one ->
				assertThat(reviews.assign(one.applicationId(), one.slot()).orElseThrow().reviewer()).isEqualTo("ben"));
		assertThat(assigned(2)).extracting(Assignment::reviewer).containsOnly("ben");
	}

	@Test
	void whoHasEnoughGetsNoMoreAndTheSlotWaitsUntilSomebodyHasRoom() {
		profiles.keep(new Reviewer(TestDirectory.called("anna"), 1, Set.of(), "", List.of(), List.of()), "olga",
				clock.instant());
		profiles.keep(new Reviewer(TestDirectory.called("ben"), 0, Set.of(), "", List.of(), List.of()), "olga",
				clock.instant());
		UUID first = applicants.in(round).store();
		UUID second = applicants.in(round).store();
		assertThat(reviews.assign(first, 1).orElseThrow().reviewer()).isEqualTo("anna");
		assertThat(reviews.assign(second, 1)).isEmpty();
		assertThat(replanning.preview(round.id()).missing().get(second).why()).isEqualTo(Map.of(Bar.FULL, 2));
		directory.put("reviewers", "anna", "ben", "chidi");
		Replan replan = replanning.preview(round.id());
		assertThat(replanning.apply(round.id(), replan.fingerprint(), "olga")).isTrue();
		Assignment found = reviews.assign(second, 1).orElseThrow();
		assertThat(found.reviewer()).isEqualTo("chidi");
		assertThat(events.stream(Reviews.SlotFilled.class)).contains(new Reviews.SlotFilled(second, 1, found.reviewId()));
		assertThat(pins.vacancies(round.id())).isEmpty();
	}

	@Test
	void aSlotThatWasSkippedIsGivenToNobody() {
		directory.put("reviewers", List.of());
		UUID application = applicants.in(round).store();
		assertThat(reviews.assign(application, 1)).isEmpty();
		reviews.skipSlot(application, 1);
		directory.put("reviewers", "anna");
		assertThat(replanning.preview(round.id()).moves()).isEmpty();
	}

	@Test
	void aPinDecidesAtOnceAndInANewAssignment() {
		UUID application = applicants.in(round).store();
		pins.keep(new Pin(application, round.id(), "anna", false), "olga", clock.instant());
		assertThat(reviews.assign(application, 1).orElseThrow().reviewer()).isEqualTo("ben");
		pins.remove(application, "anna");
		pins.keep(new Pin(application, round.id(), "anna", true), "olga", clock.instant());
		assertThat(replanning.preview(round.id()).moves()).singleElement()
			.satisfies(move -> assertThat(move.to()).isEqualTo("anna"));
	}

	@Test
	void nobodyIsAskedAboutSomebodyOfTheirOwnHouse() {
		directory.put("reviewers", List.of(new Person("anna", "Anna", "anna@one.edu"), new Person("ben", "Ben",
				"ben@two.edu")));
		for (int i = 0; i < 4; i++) {
			UUID application = applicants.in(round).named("Amara", "amara" + i + "@cs.one.edu").store();
			assertThat(reviews.assign(application, 1).orElseThrow().reviewer()).isEqualTo("ben");
		}
	}

	@Test
	void onlyApplicationsUnderReviewAreDealtAnew() {
		List<Assignment> all = assigned(2);
		jdbc.sql("update application set stage = ? where id = any(?)").param(Stage.WITHDRAWN.name())
			.param(all.stream().map(Assignment::applicationId).toArray(UUID[]::new)).update();
		directory.put("reviewers", "chidi");
		assertThat(replanning.preview(round.id()).moves()).isEmpty();
	}

	private void away(String reviewer) {
		LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
		absences.add(reviewer, new Absence(UUID.randomUUID(), today.minusDays(1), today.plusDays(9)), "olga",
				clock.instant());
	}

	/** One slot each of as many applications. */
	private List<Assignment> assigned(int count) {
		List<Assignment> all = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			all.add(reviews.assign(applicants.in(round).store(), 1).orElseThrow());
		}
		return all;
	}
}
