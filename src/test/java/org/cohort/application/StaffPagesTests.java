package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.eligibility.Finding;
import org.cohort.eligibility.Outcome;
import org.cohort.eligibility.Screenings;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundState;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class StaffPagesTests {

	private static final UserRequestPostProcessor COORDINATOR = user("olga").roles("coordinators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Screenings screenings;

	@Autowired
	Mails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	UUID application;

	@BeforeEach
	void apply() {
		round = Rounds.open(programmes, clock);
		mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(Forms.filled()).exchange();
		application = applications.inRound(round.id()).getFirst().id();
	}

	@Test
	void theApplicationPageShowsAnswersStageAndTheReasonsOfTheScreening() {
		applications.advance(application, Stage.SCREENING);
		screenings.record(application, 1, "test", screenings.decisionInput(application),
				List.of(new Finding(Outcome.BORDERLINE, "almost-enough-years")));
		assertThat(mvc.get().uri("/staff/applications/" + application).with(COORDINATOR)).hasStatusOk().bodyText()
				.contains("Amara Okafor", "Nigeria", "Documentation and guides", "Borderline",
						"The programme asks for one year of programming")
				.doesNotContain("??");
	}

	@Test
	void anApplicationThatWasNotScreenedYetHasAPageToo() {
		assertThat(mvc.get().uri("/staff/applications/" + application).with(COORDINATOR)).hasStatusOk().bodyText()
				.contains("Not screened yet").doesNotContain("??");
	}

	@Test
	void coordinatorsAreToldOfABorderlineCaseByItsCodeAndReasonsOnly() {
		screenings.record(application, 1, "test", screenings.decisionInput(application),
				List.of(new Finding(Outcome.BORDERLINE, "almost-enough-years"), new Finding(Outcome.BORDERLINE, "of-our-own")));
		mails.post(new MailOrder("borderline", "borderline:" + application, "coordinators", application, Map.of()));
		assertThat(jdbc.sql("select subject_line || body_text || body_html from mail where order_key = ?")
				.param("borderline:" + application).query(String.class).single())
				.contains(applications.get(application).code(), "The programme asks for one year of programming",
						"Another requirement of this round", "/staff/applications/" + application)
				.doesNotContain("Amara", "??", "${", "#{");
	}

	@Test
	void aProgrammeIsShownInWordsAndTravelsAsAFile() {
		assertThat(mvc.get().uri("/staff/programmes/" + round.programmeId()).with(COORDINATOR)).hasStatusOk().bodyText()
				.contains("10, each 7 days", "within 3 days, reminded after 1 day", "In which country do you live?", "target 40%");
		assertThat(mvc.get().uri("/staff/programmes/" + round.programmeId() + "/export").with(COORDINATOR)).hasStatusOk()
				.bodyText().contains("slug: \"first-steps\"");
		assertThat(mvc.post().uri("/staff/programmes").with(user("ada").roles("administrators")).with(csrf())
				.param("text", "slug: [")).hasStatus(422).bodyText().contains("Nothing was changed");
		assertThat(mvc.post().uri("/staff/programmes").with(COORDINATOR).with(csrf()).param("text", "x")).hasStatus(403);
	}

	@Test
	void theFirstDecisionOnABorderlineCaseStays() {
		screenings.record(application, 1, "test", screenings.decisionInput(application),
				List.of(new Finding(Outcome.BORDERLINE, "almost-enough-years")));
		assertThat(applications.stage(application)).isEqualTo(Stage.BORDERLINE);
		assertThat(screenings.decideBorderline(application, false, "olga").finalOutcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
		assertThat(screenings.decideBorderline(application, true, "late").finalOutcome()).as("the first decision stays")
				.isEqualTo(Outcome.NOT_ELIGIBLE);
	}

	@Test
	void reviewersSeeNeitherListNorPage() {
		for (String address : List.of("/staff/applications", "/staff/applications/" + application, "/staff/rounds/new")) {
			assertThat(mvc.get().uri(address).with(user("anna").roles("reviewers", "mentors", "committee"))).as(address)
					.hasStatus(403);
		}
	}

	@Test
	void theRoundPageCountsAndTheRoundIsClosedOnlyAfterAQuestion() {
		assertThat(mvc.get().uri("/staff/rounds/" + round.id()).with(COORDINATOR)).hasStatusOk().bodyText()
				.contains("Address not confirmed", "Close now");
		assertThat(mvc.get().uri("/staff/rounds/" + round.id() + "/close").with(COORDINATOR)).hasStatusOk();
		assertThat(programmes.round(round.id()).takesApplications(clock.instant())).isTrue();
		assertThat(mvc.post().uri("/staff/rounds/" + round.id() + "/close").with(COORDINATOR).with(csrf())
				.param("bringForward", "true")).hasStatus3xxRedirection();
		Round closed = programmes.round(round.id());
		assertThat(closed.takesApplications(clock.instant())).isFalse();
		assertThat(closed.state()).as("the process closes it").isEqualTo(RoundState.OPEN);
		assertThat(Duration.between(closed.closesAt(), closed.runStartsAt()))
				.isEqualTo(Duration.between(round.closesAt(), round.runStartsAt()));
	}

	@Test
	void aCoordinatorOpensARoundAndIsToldWhatIsWrong() {
		String slug = "s" + UUID.randomUUID().toString().substring(0, 8);
		String in = LocalDateTime.now().plusDays(10).withNano(0).toString();
		String later = LocalDateTime.now().plusDays(20).withNano(0).toString();
		var wrong = mvc.post().uri("/staff/rounds").with(COORDINATOR).with(csrf()).param("programme", "first-steps")
				.param("slug", slug).param("title", "Spring").param("opens", "").param("closes", later).param("starts", in)
				.param("seats", "");
		assertThat(wrong).hasStatus(422).bodyText().contains("The run can only start after the round has closed.", "Spring");
		assertThat(mvc.post().uri("/staff/rounds").with(COORDINATOR).with(csrf()).param("programme", "first-steps")
				.param("slug", slug).param("title", "Spring").param("opens", "").param("closes", in).param("starts", later)
				.param("seats", "7")).hasStatus3xxRedirection();
		assertThat(programmes.roundBySlug(slug)).get().extracting(Round::seats).isEqualTo(7);
	}
}
