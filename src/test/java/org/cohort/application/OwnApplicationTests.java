package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ApplicationTest
class OwnApplicationTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	ApplicationTable table;

	@Autowired
	AnswerChanges changes;

	@Autowired
	StatusLinks statusLinks;

	@Autowired
	Standings standings;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	UUID application;

	String own;

	@BeforeEach
	void apply() {
		round = Rounds.open(programmes, clock);
		mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(Forms.filled()).exchange();
		application = applications.inRound(round.id()).getFirst().id();
		own = statusLinks.uri(application).getPath();
	}

	@AfterEach
	void resetTheClock() {
		clock.reset();
	}

	@Test
	void applicantsSeeWhatTheySent() {
		assertThat(mvc.get().uri(own)).hasStatusOk().bodyText().contains(own + "/application", own + "/change");
		assertThat(mvc.get().uri(own + "/application")).hasStatusOk().bodyText().contains("Amara Okafor", "Nigeria",
				"I fixed the build", "Documentation and guides").doesNotContain("??", "Earlier versions");
	}

	@Test
	void aChangeCountsAndWhatWasThereBeforeIsKept() {
		var form = whole();
		form.set("q.goals", "To write guides.");
		form.remove("q.interests");
		assertThat(change(form)).hasStatus3xxRedirection().hasRedirectedUrl(own + "/application");
		assertThat(table.answers(application).one("goals")).contains("To write guides.");
		assertThat(table.answers(application).all("interests")).isEmpty();
		assertThat(mvc.get().uri(own + "/application")).hasStatusOk().bodyText().contains("Earlier versions", "Change 1",
				"To write guides.", "To review other people").doesNotContain("??");
		assertThat(mvc.get().uri("/staff/applications/" + application).with(user("olga").roles("coordinators")))
				.hasStatusOk().bodyText().contains("Changed since it was sent", "by applicant", "To review other people");
		assertThat(jdbc.sql("select detail from audit_entry where subject_id = ? and action = 'change-answers'")
				.param(application).query(String.class).single()).isEqualTo("goals, interests");
	}

	@Test
	void sendingTheSameAnswersAgainIsNoChange() {
		change(whole());
		assertThat(numberOfChanges()).isZero();
	}

	@Test
	void aWrongChangeIsToldKeptAndChangesNothing() {
		var form = whole();
		form.set("q.years", "two");
		form.set("q.goals", "Something half ");
		assertThat(change(form)).hasStatus(422).bodyText().contains("Not changed yet", "q-years-error", "Something half");
		assertThat(table.answers(application).one("years")).contains("2.5");
		assertThat(mvc.get().uri(own + "/change")).bodyText().contains("Something half", "not sent yet");
	}

	@Test
	void whatIsTypedIsKeptWithoutBeingSentAndCanBeThrownAway() {
		var form = whole();
		form.set("q.goals", "Half a thought");
		form.remove("q.interests");
		assertThat(mvc.post().uri(own + "/change/autosave").with(csrf()).params(form)).hasStatusOk().bodyText()
				.contains("Saved at");
		assertThat(table.answers(application).one("goals")).contains("To review other people's changes kindly.");
		assertThat(mvc.get().uri(own + "/change")).bodyText().contains("Half a thought")
				.doesNotContain("value=\"bugs\" checked");
		form.set("action", "discard");
		change(form);
		assertThat(mvc.get().uri(own + "/change")).bodyText().doesNotContain("Half a thought")
				.contains("value=\"bugs\" checked");
	}

	@Test
	void nothingCanBeChangedAfterTheClosingOrTheEnd() {
		var form = whole();
		form.set("q.goals", "Too late");
		clock.forward(Duration.ofDays(8));
		assertThat(change(form)).hasStatusOk().bodyText().contains("can no longer be changed");
		assertThat(mvc.get().uri(own + "/change")).bodyText().contains("can no longer be changed");
		clock.reset();
		applications.advance(application, Stage.WITHDRAWN);
		change(form);
		assertThat(numberOfChanges()).isZero();
	}

	@Test
	void whatTheScreeningDecidedOnStaysAsItWas() {
		applications.advance(application, Stage.UNDER_REVIEW);
		assertThat(mvc.get().uri(own + "/change")).hasStatusOk().bodyText().doesNotContain("q.years").contains("q.goals");
		assertThat(change(whole())).as("a form that was opened before").hasStatus(422).bodyText()
				.contains("The programme changed this form");
		assertThat(numberOfChanges()).isZero();
	}

	@Test
	void whatReviewersHaveBegunToJudgeStaysAsItIs() {
		applications.advance(application, Stage.UNDER_REVIEW);
		assertThat(mvc.get().uri(own + "/change")).bodyText().contains("q.goals").doesNotContain("begun to judge");
		transaction.executeWithoutResult(status -> standings.reviewBegan(application, clock.instant()));
		assertThat(mvc.get().uri(own + "/change")).hasStatusOk().bodyText().contains("begun to judge them", "q.profile")
				.doesNotContain("q.goals", "??");
		var opened = whole();
		opened.set("q.goals", "Otherwise after all");
		assertThat(change(opened)).as("a form that was opened before").hasStatus(422);
		assertThat(numberOfChanges()).isZero();
		var rest = new LinkedMultiValueMap<String, String>();
		rest.set("q.country", "NG");
		rest.set("q.time-zone", "Africa/Lagos");
		rest.set("q.profile", "https://example.org/amara");
		assertThat(change(rest)).as("what reviewers do not see").hasStatus3xxRedirection();
		assertThat(numberOfChanges()).isOne();
	}

	@Test
	void aFormForSomeQuestionsChangesNoOthers() {
		var sent = new LinkedMultiValueMap<String, String>();
		sent.set("q.profile", "https://example.org/amara");
		var result = changes.change(application, List.of("profile"), sent, "olga", AnswerChanges.Occasion.ASKED,
				Locale.ENGLISH);
		assertThat(result).isEqualTo(new AnswerChanges.Result.Stored(1));
		sent.set("q.goals", "Smuggled in");
		assertThat(changes.change(application, List.of("profile"), sent, "olga", AnswerChanges.Occasion.ASKED,
				Locale.ENGLISH))
				.isInstanceOf(AnswerChanges.Result.Refused.class);
		assertThat(table.answers(application).one("goals")).contains("To review other people's changes kindly.");
		assertThat(mvc.get().uri(own + "/application")).bodyText().contains("by the programme").doesNotContain("olga");
	}

	@Test
	void aLinkOpensOneApplicationOnly() {
		assertThat(mvc.get().uri("/status/not-a-token/application")).hasStatus4xxClientError();
		assertThat(mvc.post().uri("/status/not-a-token/change").with(csrf()).params(whole())).hasStatus4xxClientError();
	}

	private MultiValueMap<String, String> whole() {
		MultiValueMap<String, String> form = Forms.filled();
		form.remove("name");
		form.remove("email");
		return form;
	}

	private MvcTestResult change(MultiValueMap<String, String> form) {
		return mvc.post().uri(own + "/change").with(csrf()).params(form).exchange();
	}

	private int numberOfChanges() {
		return jdbc.sql("select count(*) from application_change where application_id = ?").param(application)
				.query(Integer.class).single();
	}
}
