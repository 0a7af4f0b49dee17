package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.cohort.application.Applications;
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

@ApplicationTest
class ReviewDayTests {

	@Autowired
	ReviewDay day;

	@Autowired
	Reviews reviews;

	@Autowired
	Absences absences;

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

	/** Somebody of this test alone. */
	private final String reviewer = "r" + UUID.randomUUID().toString().substring(0, 8);

	private Applicants applicants;

	@BeforeEach
	void oneReviewer() {
		applicants = new Applicants(jdbc, programmes, clock);
		directory.put("reviewers", reviewer);
		nextMorning(); // far from midnight
	}

	@AfterEach
	void everybodyIsBack() {
		directory.reset();
		clock.reset();
	}

	@Test
	void whoHasSomethingWaitingGetsOneDigestADay() {
		Round round = applicants.closedRound(5);
		Assignment first = assigned(round);
		Assignment second = assigned(round);
		day.work();
		assertThat(digests()).as("what came today had its own mail").isEmpty();
		nextMorning();
		day.work();
		day.work();
		assertThat(digests()).singleElement().asString().contains("2 reviews wait",
				applications.get(first.applicationId()).code(), applications.get(second.applicationId()).code(), "/staff/reviews");
		reviews.skip(first.reviewId(), "olga");
		nextMorning();
		day.work();
		assertThat(digests()).hasSize(2);
		reviews.skip(second.reviewId(), "olga");
		nextMorning();
		day.work();
		assertThat(digests()).hasSize(2);
	}

	@Test
	void aProgrammeCanDoWithoutDigests() {
		assigned(applicants.closedRoundWith(5, "digest: true", "digest: false"));
		nextMorning();
		day.work();
		assertThat(digests()).isEmpty();
	}

	@Test
	void nobodyIsWrittenToAtNight() {
		assigned(applicants.closedRound(5));
		nextMorning();
		clock.forward(Duration.ofHours(-8));
		day.work();
		assertThat(digests()).isEmpty();
	}

	@Test
	void onTheFirstDayAwayWhatWasNotBegunIsTakenBack() {
		LocalDate tomorrow = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
		absences.add(reviewer, new Absence(UUID.randomUUID(), tomorrow, tomorrow.plusDays(5)), "olga", clock.instant());
		Assignment theirs = assigned(applicants.closedRound(5));
		day.work();
		assertThat(reviews.state(theirs.reviewId())).isEqualTo(ReviewState.ASSIGNED);
		clock.forward(Duration.ofDays(1));
		day.work();
		assertThat(reviews.state(theirs.reviewId())).isEqualTo(ReviewState.RELEASED);
	}

	private Assignment assigned(Round round) {
		return reviews.assign(applicants.in(round).store(), 1).orElseThrow();
	}

	/** Ten o'clock of the next day where the programme is. */
	private void nextMorning() {
		ZoneId brussels = ZoneId.of("Europe/Brussels");
		var now = clock.instant().atZone(brussels);
		clock.forward(Duration.between(now, now.toLocalDate().plusDays(1).atTime(LocalTime.of(10, 0)).atZone(brussels)));
	}

	private List<String> digests() {
		return jdbc.sql("select subject_line || body_text from mail where template = 'review-digest' and recipient = ?")
			.param(reviewer + "@staff.example").query(String.class).list();
	}
}
