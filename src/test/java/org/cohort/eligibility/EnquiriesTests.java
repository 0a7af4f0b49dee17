package org.cohort.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class EnquiriesTests {

	private static final UserRequestPostProcessor OLGA = user("olga").roles("coordinators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Screenings screenings;

	@Autowired
	Enquiries enquiries;

	@Autowired
	Links links;

	@Autowired
	Mails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	UUID application;

	@BeforeEach
	void borderline() {
		Applying applying = new Applying(mvc, programmes, applications, clock);
		application = applying.apply(applying.round(), "0.7");
		applications.advance(application, Stage.SCREENING);
		screenings.record(application, 1, "test", screenings.decisionInput(application),
				List.of(new Finding(Outcome.BORDERLINE, "almost-enough-years", "rule-almost-enough-years")));
	}

	@AfterEach
	void reset() {
		clock.reset();
	}

	@Test
	void aCoordinatorOpensSomeQuestionsAgainAndTheApplicantAnswersJustThose() {
		assertThat(ask("questions", "years", "note", "Does your studying count?")).hasStatus3xxRedirection();
		enquiries.open(application);
		assertThat(mvc.get().uri(link())).hasStatusOk().bodyText().contains("Does your studying count?", "q.years")
				.doesNotContain("q.motivation", "q.country");
		assertThat(mvc.post().uri(link()).with(csrf()).param("q.years", "2")).hasStatus3xxRedirection();
		assertThat(mvc.get().uri(link())).hasStatusOk().bodyText().contains("We have your answers");
		assertThat(screenings.number(application)).isEqualTo(2);
		assertThat(screenings.decisionInput(application)).containsEntry("years", 2.0);
		assertThat(enquiries.close(application).state()).isEqualTo(Enquiry.State.ANSWERED);
	}

	@Test
	void anAnswerThatIsWrongChangesNothingAndCanBeCorrected() {
		asked();
		assertThat(mvc.post().uri(link()).with(csrf()).param("q.years", "many")).hasStatus(422);
		assertThat(mvc.post().uri(link()).with(csrf()).param("q.years", "2").param("q.motivation", "Another one"))
				.hasStatus(422);
		assertThat(screenings.decisionInput(application)).containsEntry("years", 0.7);
		assertThat(mvc.post().uri(link()).with(csrf()).param("q.years", "2")).hasStatus3xxRedirection();
	}

	@Test
	void answersCountOnce() {
		asked();
		mvc.post().uri(link()).with(csrf()).param("q.years", "2").exchange();
		assertThat(mvc.post().uri(link()).with(csrf()).param("q.years", "9")).hasStatus(409);
		assertThat(screenings.decisionInput(application)).containsEntry("years", 2.0);
	}

	@Test
	void anAnswerAfterTheTimeIsOverIsToldSoAndNotTaken() {
		asked();
		clock.forward(Duration.ofDays(8));
		assertThat(mvc.get().uri(link())).hasStatusOk().bodyText().contains("These questions are closed");
		assertThat(mvc.post().uri(link()).with(csrf()).param("q.years", "2")).hasStatus(409);
		assertThat(enquiries.close(application).state()).isEqualTo(Enquiry.State.EXPIRED);
		assertThat(screenings.number(application)).as("it is screened with what is there").isEqualTo(2);
	}

	@Test
	void theTimeToAnswerBeginsWithTheMailAndIsNotMovedAfterwards() {
		ask("questions", "years", "note", "Why?");
		clock.forward(Duration.ofDays(1));
		Enquiry first = enquiries.open(application);
		clock.forward(Duration.ofDays(1));
		assertThat(enquiries.open(application)).isEqualTo(first);
		assertThat(Duration.between(first.askedAt(), first.answerBy())).isGreaterThan(Duration.ofDays(7));
	}

	@Test
	void theMailSaysWhatIsAskedAndLeadsThereAndTheStatusPageToo() {
		asked();
		mails.post(new MailOrder("more-asked", "more-asked:" + application, "applicant", application, Map.of()));
		assertThat(jdbc.sql("select body_text from mail where subject_id = ? and template = 'more-asked'")
				.param(application).query(String.class).single())
				.contains("Does your studying count?", "For how many years have you been programming?");
		assertThat(mvc.get().uri(status())).hasStatusOk().bodyText().contains(link())
				.doesNotContain("There is nothing you need to do");
	}

	@Test
	void oneEnquiryAtATimeAndOnlyForABorderlineApplication() {
		assertThat(ask("note", "Why?")).hasStatus(422).bodyText().contains("Choose at least one question");
		assertThat(ask("questions", "years", "note", " ")).hasStatus(422);
		asked();
		assertThat(ask("questions", "years", "note", "Again?")).hasStatus(409);
		mvc.post().uri(link()).with(csrf()).param("q.years", "2").exchange();
		screenings.record(application, 2, "test", screenings.decisionInput(application), List.of());
		applications.advance(application, Stage.UNDER_REVIEW);
		assertThat(ask("questions", "years", "note", "Again?")).hasStatus(409);
	}

	@Test
	void aDecisionOvertakesWhatWasAboutToBeAsked() {
		ask("questions", "years", "note", "Why?");
		screenings.decideBorderline(application, true, "olga");
		assertThat(enquiries.of(application)).singleElement().extracting(Enquiry::state)
				.isEqualTo(Enquiry.State.OVERTAKEN);
		assertThat(screenings.number(application)).isEqualTo(1);
		assertThat(enquiries.possible(application)).isFalse();
	}

	private void asked() {
		ask("questions", "years", "note", "Does your studying count?");
		enquiries.open(application);
	}

	private MvcTestResult ask(String... fields) {
		var request = mvc.post().uri("/staff/applications/" + application + "/ask").with(csrf()).with(OLGA);
		for (int at = 0; at < fields.length; at += 2) {
			request = request.param(fields[at], fields[at + 1]);
		}
		return request.exchange();
	}

	private String link() {
		return links.uri(links.find(LinkPurpose.MORE, application, "").orElseThrow()).getRawPath();
	}

	private String status() {
		return links.uri(links.issue(LinkPurpose.STATUS, application, "", clock.instant().plus(Duration.ofDays(1))))
				.getRawPath();
	}
}
