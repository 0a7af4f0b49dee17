package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class StatusPageTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Links links;

	@Autowired
	StatusLinks statusLinks;

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

	@AfterEach
	void resetTheClock() {
		clock.reset();
	}

	@Test
	void openingTheConfirmationPageChangesNothingAndTheButtonConfirms() {
		String address = confirmLink();
		assertThat(mvc.get().uri(address)).hasStatusOk().bodyText().contains("Yes, this is my address");
		assertThat(applications.get(application).confirmedAt()).isNull();
		assertThat(mvc.post().uri(address).with(csrf())).hasStatus3xxRedirection().redirectedUrl().startsWith("/status/");
		assertThat(applications.get(application).confirmedAt()).isNotNull();
		assertThat(mvc.post().uri(address).with(csrf())).as("again").hasStatus3xxRedirection();
		assertThat(events("EmailConfirmed")).isOne();
	}

	@Test
	void whoConfirmsTooLateIsToldKindlyAndWhoConfirmedInTimeDoesNotLapse() {
		String address = confirmLink();
		assertThat(applications.confirmedOrLapsed(application)).isFalse();
		assertThat(applications.stage(application)).isEqualTo(Stage.LAPSED);
		assertThat(mvc.post().uri(address).with(csrf())).hasStatusOk().bodyText().contains("This application has ended");
		clock.forward(Duration.ofDays(4));
		assertThat(mvc.get().uri(address)).as("the link has expired").hasStatus(410);
	}

	@Test
	void aConfirmedApplicationDoesNotLapseWhenTheEngineIsLate() {
		mvc.post().uri(confirmLink()).with(csrf()).exchange();
		assertThat(applications.confirmedOrLapsed(application)).isTrue();
		assertThat(applications.stage(application)).isEqualTo(Stage.UNCONFIRMED);
	}

	@Test
	void whoChoosesAnotherLanguageIsWrittenToInIt() {
		assertThat(mvc.get().uri(status())).bodyText().doesNotContain("/language");
		assertThat(mvc.get().uri(status() + "?language=he")).bodyText().contains("/language", "dir=\"rtl\"");
		assertThat(mvc.post().uri(status() + "/language?language=he").with(csrf())).hasStatus3xxRedirection();
		mails.post(new MailOrder("eligible", "eligible:" + application, "applicant", application, Map.of()));
		assertThat(jdbc.sql("select body_text from mail where subject_id = ? and template = 'eligible'")
			.param(application).query(String.class).single()).startsWith("שלום").contains("?language=he");
		assertThat(applications.contact(application).locale().getLanguage()).isEqualTo("he");
	}

	@ParameterizedTest
	@EnumSource
	void everyStageIsToldInWords(Stage stage) {
		jdbc.sql("update application set stage = ? where id = ?").param(stage.name()).param(application).update();
		assertThat(mvc.get().uri(status())).hasStatusOk().bodyText().doesNotContain("??")
				.contains("Hello Amara Okafor", applications.get(application).code());
	}

	@Test
	void withdrawingAsksFirstAndIsFinal() {
		assertThat(mvc.get().uri(status() + "/withdraw")).hasStatusOk().bodyText().contains("Yes, withdraw it");
		assertThat(applications.stage(application)).isEqualTo(Stage.UNCONFIRMED);
		assertThat(mvc.post().uri(status() + "/withdraw").with(csrf())).hasStatus3xxRedirection();
		assertThat(applications.stage(application)).isEqualTo(Stage.WITHDRAWN);
		mvc.post().uri(status() + "/withdraw").with(csrf()).exchange();
		assertThat(events("Withdrawn")).isOne();
		assertThat(applications.advance(application, Stage.IN_POOL)).as("the engine may be late").isFalse();
		assertThat(applications.stage(application)).isEqualTo(Stage.WITHDRAWN);
	}

	@Test
	void whoHasWithdrawnOrLapsedSaysNothingMoreAboutThemselves() {
		String aboutYou = links.uri(links.issue(LinkPurpose.SELF_IDENTIFICATION, application, round.id().toString(),
				round.closesAt())).getPath();
		assertThat(mvc.get().uri(aboutYou)).hasStatusOk();
		mvc.post().uri(status() + "/withdraw").with(csrf()).exchange();
		assertThat(mvc.post().uri(aboutYou).with(csrf())).hasStatus(410);
	}

	@Test
	void aParticipantCannotWithdrawAnApplication() {
		applications.advance(application, Stage.ACCEPTED);
		mvc.post().uri(status() + "/withdraw").with(csrf()).exchange();
		assertThat(applications.stage(application)).isEqualTo(Stage.ACCEPTED);
	}

	@Test
	void aLinkForSomethingElseOpensNothing() {
		String token = confirmLink().substring("/confirm/".length());
		assertThat(mvc.get().uri("/status/" + token)).hasStatus4xxClientError();
		assertThat(mvc.get().uri("/status/nonsense")).hasStatus4xxClientError();
	}

	@ParameterizedTest
	@ValueSource(strings = { "confirm-address", "confirm-reminder", "application-lapsed",
			"already-applied", "not-eligible", "eligible", "waiting-list", "not-selected", "withdrawn" })
	void everyMailToApplicantsIsCompleteInTextAndHtml(String template) {
		mails.post(new MailOrder(template, template + ":" + application, "applicant", application, Map.of()));
		var mail = jdbc.sql("select subject_line || body_text || body_html from mail where order_key = ?")
				.param(template + ":" + application).query(String.class).single();
		assertThat(mail).contains("Hello Amara Okafor").doesNotContain("??", "${", "#{", "null");
	}

	@Test
	void aDraftIsMailedAndGoesOnWithItsLink() {
		var form = Forms.filled();
		form.remove("q.motivation");
		form.set("action", "save");
		var saved = mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form).exchange();
		assertThat(saved).hasStatus3xxRedirection().redirectedUrl().startsWith("/apply/" + round.slug() + "/draft/");
		String address = saved.getResponse().getRedirectedUrl();
		assertThat(mvc.get().uri(address)).hasStatusOk().bodyText().contains("I fixed the build", form.getFirst("form"));
		var key = UUID.fromString(form.getFirst("form"));
		assertThat(jdbc.sql("select body_text from mail where subject_id = ?").param(key).query(String.class).single())
				.contains("Hello Amara Okafor", "cohort-link:");
		assertThat(applications.remindDrafts(round.id())).isOne();
		assertThat(applications.remindDrafts(round.id())).as("once").isZero();
		form.set("action", "submit");
		form.set("q.motivation", "To learn.");
		assertThat(mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form)).hasStatus3xxRedirection();
		assertThat(mvc.get().uri(address)).as("sent").hasStatus(410);
	}

	@Test
	void savingWithoutAnAddressAsksForItAndKeepsEverything() {
		var form = Forms.filled();
		form.set("email", "");
		form.set("action", "save");
		assertThat(mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form)).hasStatus(422).bodyText()
				.contains("Where shall we send the link?", "I fixed the build");
	}

	private String confirmLink() {
		return links.uri(links.issue(LinkPurpose.CONFIRM, application, "", clock.instant().plus(Duration.ofDays(3))))
				.getPath();
	}

	private String status() {
		return statusLinks.uri(application).getPath();
	}

	private int events(String name) {
		return jdbc.sql("""
				select coalesce(max(number), 0) from (select count(*) as number from event_publication
				where event_type like ? and serialized_event like ? group by listener_id) as per_listener
				""")
				.param("%" + name).param("%" + application + "%").query(Integer.class).single();
	}
}
