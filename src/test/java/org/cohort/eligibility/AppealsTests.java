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
import org.cohort.directory.Person;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
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

@ApplicationTest
class AppealsTests {

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
	Appeals appeals;

	@Autowired
	Links links;

	@Autowired
	Mails mails;

	@Autowired
	AppealReminders reminders;

	@Autowired
	TestDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	UUID application;

	@BeforeEach
	void ineligible() {
		Applying applying = new Applying(mvc, programmes, applications, clock);
		application = applying.apply(applying.round(), "0.1");
		applications.advance(application, Stage.SCREENING);
		screenings.record(application, 1, "test", screenings.decisionInput(application),
				List.of(new Finding(Outcome.NOT_ELIGIBLE, "too-few-years", "rule-too-few-years")));
		appeals.open(application);
	}

	@AfterEach
	void reset() {
		directory.reset();
		clock.reset();
	}

	@Test
	void whoIsToldOfNotBeingEligibleIsToldHowToAppeal() {
		mails.post(new MailOrder("not-eligible", "not-eligible:" + application, "applicant", application, Map.of()));
		assertThat(jdbc.sql("select body_text from mail where subject_id = ? and template = 'not-eligible'")
				.param(application).query(String.class).single()).contains("at least one year", "you can appeal once");
		assertThat(mvc.get().uri(status())).hasStatusOk().bodyText().contains(link(), "Not this time");
		assertThat(mvc.get().uri(link())).hasStatusOk().bodyText().contains("at least one year", "Send my appeal");
	}

	@Test
	void anAppealIsReadByACoordinatorWhoGrantsItWithAReason() {
		assertThat(appeal("Four years of studying count.")).hasStatus3xxRedirection();
		assertThat(applications.stage(application)).isEqualTo(Stage.APPEALED);
		assertThat(mvc.get().uri(decision()).with(OLGA)).hasStatusOk().bodyText().contains("Four years of studying");
		assertThat(appeals.result(application)).isEqualTo("undecided");
		assertThat(decide("grant", "Studying counts.")).hasStatus3xxRedirection();
		assertThat(appeals.result(application)).isEqualTo("granted");
		mails.post(new MailOrder("appeal-granted", "appeal-granted:" + application, "applicant", application, Map.of()));
		assertThat(jdbc.sql("select body_text from mail where subject_id = ? and template = 'appeal-granted'")
				.param(application).query(String.class).single()).contains("Studying counts.");
		assertThat(mvc.get().uri(link())).hasStatusOk().bodyText().contains("Your appeal was granted", "Studying counts.");
		assertThat(applications.advance(application, Stage.UNDER_REVIEW)).isTrue();
	}

	@Test
	void coordinatorsAreRemindedOnceOfAnAppealThatNobodyHasDecided() {
		directory.put("coordinators", List.of(new Person("olga", "Olga", "olga@staff.example")));
		appeal("Please look again.");
		reminders.remind();
		assertThat(remindersSent()).as("too early").isEmpty();
		clock.forward(Duration.ofDays(3));
		reminders.remind();
		reminders.remind();
		assertThat(remindersSent()).singleElement().asString().contains(decision(), "nobody has decided")
				.doesNotContain("Please look again", "??", "${");
	}

	@Test
	void nobodyIsRemindedOfAnAppealThatIsDecided() {
		directory.put("coordinators", List.of(new Person("olga", "Olga", "olga@staff.example")));
		appeal("Please look again.");
		decide("refuse", "It stays so.");
		clock.forward(Duration.ofDays(4));
		reminders.remind();
		assertThat(remindersSent()).isEmpty();
	}

	@Test
	void aSecondAppealIsRefusedAndTheFirstCounts() {
		appeal("First.");
		assertThat(appeal("Second.")).hasStatus(409).bodyText().contains("You have appealed before", "First.");
		assertThat(appeals.of(application).orElseThrow().words()).isEqualTo("First.");
	}

	@Test
	void aLateAppealIsToldSo() {
		clock.forward(Duration.ofDays(6));
		assertThat(mvc.get().uri(link())).hasStatusOk().bodyText().contains("The time to appeal ended")
				.doesNotContain("Send my appeal");
		assertThat(appeal("Late.")).hasStatus(409).bodyText().contains("came too late");
		assertThat(appeals.madeOrOver(application)).isFalse();
	}

	@Test
	void onceTheTimeWasFoundToBeOverNoAppealSlipsIn() {
		assertThat(appeals.madeOrOver(application)).isFalse();
		assertThat(appeal("A moment later.")).hasStatus(409);
	}

	@Test
	void anAppealInTheLastMomentIsHeardHoweverLateTheProcessAsks() {
		appeal("In time.");
		clock.forward(Duration.ofDays(6));
		assertThat(appeals.madeOrOver(application)).isTrue();
	}

	@Test
	void aDecisionNeedsAReasonAndStandsOnceItIsMade() {
		appeal("Please.");
		assertThat(decide("grant", " ")).hasStatus(422).bodyText().contains("Give a reason");
		assertThat(decide("perhaps", "Why not.")).hasStatus(422);
		decide("refuse", "No.");
		assertThat(decide("grant", "Yes.")).hasStatus(409).bodyText().contains("decided meanwhile");
		assertThat(appeals.result(application)).isEqualTo("refused");
	}

	@Test
	void nothingIsDecidedWithoutAnAppealOrAfterAWithdrawal() {
		assertThat(mvc.get().uri(decision()).with(OLGA)).hasStatus(404);
		appeal("Please.");
		applications.advance(application, Stage.WITHDRAWN);
		assertThat(decide("grant", "Yes.")).hasStatus(409);
	}

	@Test
	void theCommitteeDoesNotChooseWhileSomebodyMayAppeal() {
		assertThat(applications.stage(application).settled()).isFalse();
		appeal("Please.");
		assertThat(applications.stage(application).settled()).isFalse();
	}

	@Test
	void anEmptyOrEndlessAppealIsSentBackWithItsText() {
		assertThat(appeal("  ")).hasStatus(422);
		assertThat(appeal("x".repeat(AppealPage.LONGEST + 1))).hasStatus(422).bodyText().contains("xxxx", "Nothing was sent");
		assertThat(applications.stage(application)).isEqualTo(Stage.MAY_APPEAL);
	}

	private MvcTestResult appeal(String words) {
		return mvc.post().uri(link()).with(csrf()).param("words", words).exchange();
	}

	private MvcTestResult decide(String decision, String reason) {
		return mvc.post().uri(decision()).with(csrf()).with(OLGA).param("decision", decision).param("reason", reason)
				.exchange();
	}

	private String decision() {
		return "/staff/applications/" + application + "/appeal";
	}

	private String link() {
		return links.uri(links.find(LinkPurpose.APPEAL, application, "").orElseThrow()).getRawPath();
	}

	private String status() {
		return links.uri(links.issue(LinkPurpose.STATUS, application, "", clock.instant().plus(Duration.ofDays(1))))
				.getRawPath();
	}

	private List<String> remindersSent() {
		return jdbc.sql("select body_text from mail where subject_id = ? and template = 'appeal-waiting'")
				.param(application).query(String.class).list();
	}
}
