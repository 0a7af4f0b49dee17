package org.cohort.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.cohort.programme.Programme;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A programme may say that nobody can appeal. */
@ApplicationTest
class NoAppealsTests {

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
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Programme programme;

	UUID application;

	@BeforeEach
	void ineligibleInAProgrammeWithoutAppeals() throws IOException {
		String slug = "n" + UUID.randomUUID().toString().substring(0, 8);
		try (var file = getClass().getResourceAsStream("/programmes/default.yaml")) {
			String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
				.replaceFirst("(?m)^slug: .*$", "slug: " + slug)
				.replaceFirst("appeal-within: .*", "appeal-within: PT0S");
			programme = programmes.importYaml(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		}
		Round round = programmes.openRound(programme.id(), new RoundPlan(slug, "Round " + slug, clock.instant(),
				clock.instant().plus(Duration.ofDays(30)), clock.instant().plus(Duration.ofDays(60)), 5));
		application = new Applying(mvc, programmes, applications, clock).apply(round, "0.1");
		applications.advance(application, Stage.SCREENING);
		screenings.record(application, 1, "test", screenings.decisionInput(application),
				List.of(new Finding(Outcome.NOT_ELIGIBLE, "too-few-years", "rule-too-few-years")));
	}

	@Test
	void whoIsNotEligibleIsSettledAtOnce() {
		assertThat(appeals.open(application)).isEmpty();
		assertThat(applications.stage(application)).isEqualTo(Stage.SCREENING);
		assertThat(appeals.madeOrOver(application)).as("a process that waits anyway").isFalse();
		assertThat(applications.advance(application, Stage.NOT_ELIGIBLE)).isTrue();
		assertThat(links.find(LinkPurpose.APPEAL, application, "")).isEmpty();
		assertThat(mvc.get().uri(status())).hasStatusOk().bodyText().contains("Not this time")
			.doesNotContainIgnoringCase("appeal");
	}

	@ParameterizedTest
	@CsvSource({ "en,at least one year,appeal", "fr,au moins,recours", "es,al menos,recurso", "he,לפחות,לערער" })
	void theMailTellsWhyAndOfNoAppeal(String language, String reason, String appeal) {
		appeals.open(application);
		jdbc.sql("update application set locale = ? where id = ?").params(language, application).update();
		mails.post(new MailOrder("not-eligible", "not-eligible:" + application, "applicant", application, Map.of()));
		assertThat(jdbc.sql("select body_text from mail where subject_id = ? and template = 'not-eligible'")
			.param(application).query(String.class).single()).contains(reason).doesNotContain(appeal, "${", "null");
	}

	@Test
	void theSettingIsShownChangedAndExportedInWords() {
		String page = "/staff/programmes/" + programme.id();
		assertThat(mvc.get().uri(page).with(user("olga").roles("coordinators"))).hasStatusOk().bodyText()
			.contains("nobody can");
		assertThat(programmes.exportYaml(programme.id())).contains("appeal-within: \"PT0S\"");
		assertThat(mvc.get().uri(page + "/settings/screening").with(user("adam").roles("administrators"))).hasStatusOk()
			.bodyText().contains("value=\"0 days\"", "0 days if nobody can");
	}

	private String status() {
		return links.uri(links.issue(LinkPurpose.STATUS, application, "", clock.instant().plus(Duration.ofDays(1))))
			.getRawPath();
	}
}
