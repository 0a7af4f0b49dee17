package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.cohort.programme.Programmes;
import org.cohort.support.Applicants;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.cohort.support.TestDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Coordinators note when reviewers are away, as often as they are, and take it back. */
@ApplicationTest
class AbsencesTests {

	private static final UserRequestPostProcessor OLGA = user("olga").roles("coordinators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Assigning assigning;

	@Autowired
	Reviews reviews;

	@Autowired
	Programmes programmes;

	@Autowired
	TestDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	String anna;

	LocalDate today;

	@BeforeEach
	void oneReviewer() {
		anna = "anna." + UUID.randomUUID().toString().substring(0, 8);
		directory.put("reviewers", anna);
		Instant now = clock.instant();
		clock.forward(Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36)))); // no midnight near
		today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
	}

	@AfterEach
	void everybodyIsBack() {
		directory.reset();
		clock.reset();
	}

	@Test
	void severalAbsencesOfAReviewerStandInAListInTheirOrder() {
		assertThat(note(today.plusDays(40), today.plusDays(50))).hasStatus3xxRedirection();
		assertThat(note(today.plusDays(10), today.plusDays(10))).hasStatus3xxRedirection();
		assertThat(noted()).extracting(Absence::first).containsExactly(today.plusDays(10), today.plusDays(40));
		assertThat(page()).hasStatusOk().bodyText().containsPattern("(?s)<li>.*Undo.*<li>.*Undo").doesNotContain("away today");
		assertThat(audited()).containsExactly("note-absence", "note-absence");
	}

	@Test
	void anAbsenceThatIsNotedTwiceIsThereOnce() {
		note(today.plusDays(1), today.plusDays(2));
		assertThat(note(today.plusDays(1), today.plusDays(2))).hasStatus3xxRedirection();
		assertThat(noted()).hasSize(1);
		assertThat(audited()).hasSize(1);
	}

	@Test
	void anAbsenceIsUndoneAndTheOthersStay() {
		note(today, today.plusDays(1));
		note(today.plusDays(10), today.plusDays(20));
		assertThat(page()).bodyText().contains("away today");
		UUID first = noted().getFirst().id();
		assertThat(undo(first)).hasStatus3xxRedirection();
		assertThat(noted()).extracting(Absence::first).containsExactly(today.plusDays(10));
		assertThat(page()).bodyText().doesNotContain("away today");
		assertThat(undo(first)).as("again").hasStatus3xxRedirection();
		assertThat(audited()).containsExactly("note-absence", "note-absence", "undo-absence");
	}

	@Test
	void whoIsAwayFromTodayLosesWhatTheyHaveNotBegunAndGetsNothingNewUntilItIsUndone() {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		var round = applicants.closedRound(5);
		Assignment theirs = reviews.assign(applicants.in(round).store(), 1).orElseThrow();
		note(today, today);
		assertThat(reviews.state(theirs.reviewId())).isEqualTo(ReviewState.RELEASED);
		UUID another = applicants.in(round).store();
		assertThat(reviews.assign(another, 1)).isEmpty();
		undo(noted().getFirst().id());
		assertThat(reviews.assign(another, 1)).map(Assignment::reviewer).contains(anna);
	}

	@Test
	void absencesThatAreOverAreNotShown() {
		note(today.minusDays(5), today.minusDays(1));
		assertThat(page()).bodyText().doesNotContain("Undo");
	}

	@Test
	void daysThatCannotBeReadAreSaidAndKept() {
		for (List<String> wrong : List.of(List.of("2027-01-02", ""), List.of("2027-01-02", "2027-01-01"),
				List.of("2027-01-02", "later"))) {
			assertThat(note(wrong.getFirst(), wrong.getLast())).hasStatus(422).bodyText()
				.contains("Not kept.", "value=\"2027-01-02\"");
		}
		assertThat(noted()).isEmpty();
		assertThat(mvc.post().uri("/staff/reviewers/absences").with(OLGA).with(csrf()).param("username", "nobody")
			.param("first", "2027-01-02").param("last", "2027-01-02")).hasStatus(404);
	}

	private MvcTestResult note(Object first, Object last) {
		return mvc.post().uri("/staff/reviewers/absences").with(OLGA).with(csrf()).param("username", anna)
			.param("first", first.toString()).param("last", last.toString()).exchange();
	}

	private MvcTestResult undo(UUID absence) {
		return mvc.post().uri("/staff/reviewers/absences/" + absence + "/undo").with(OLGA).with(csrf()).exchange();
	}

	private MvcTestResult page() {
		return mvc.get().uri("/staff/reviewers").with(OLGA).exchange();
	}

	private List<Absence> noted() {
		return assigning.reviewers().getFirst().absences();
	}

	private List<String> audited() {
		return jdbc.sql("select action from audit_entry where subject_id = ? order by 1").param(Reviewer.id(anna))
			.query(String.class).list();
	}
}
