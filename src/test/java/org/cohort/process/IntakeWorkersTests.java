package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.eligibility.Finding;
import org.cohort.eligibility.Screenings;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.programme.RoundState;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class IntakeWorkersTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Screenings screenings;

	@Autowired
	ApplicationWorkers applicationWorkers;

	@Autowired
	EligibilityWorkers eligibilityWorkers;

	@Autowired
	ProgrammeWorkers programmeWorkers;

	@Autowired
	MailWorkers mailWorkers;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	UUID application;

	@BeforeEach
	void apply() throws IOException {
		Instant now = clock.instant();
		String slug = "w" + UUID.randomUUID().toString().substring(0, 8);
		try (InputStream file = getClass().getResourceAsStream("/programmes/default.yaml")) {
			round = programmes.openRound(programmes.importYaml(file).id(), new RoundPlan(slug, slug, now,
					now.plus(Duration.ofDays(5)), now.plus(Duration.ofDays(9)), 5));
		}
		mvc.post().uri("/apply/" + slug).with(csrf()).param("form", UUID.randomUUID().toString()).param("name", "Amara")
				.param("email", slug + "@example.org").param("q.country", "NG").param("q.time-zone", "Africa/Lagos")
				.param("q.years", "0.7").param("q.contributions", "0").param("q.hours-per-week", "12")
				.param("q.experience", "A build.").param("q.motivation", "To learn.").param("q.goals", "Reviews.")
				.param("q.conduct", "yes").exchange();
		application = applications.inRound(round.id()).getFirst().id();
	}

	@Test
	void deadlinesAreCountedOnceAndTheReminderComesBefore() {
		Map<String, Object> prepared = applicationWorkers.prepareApplication(job(Map.of(), Map.of()));
		clock.forward(Duration.ofHours(3));
		assertThat(applicationWorkers.prepareApplication(job(Map.of(), Map.of()))).isEqualTo(prepared);
		clock.reset();
		assertThat(Instant.parse((String) prepared.get("remindConfirmAt")))
				.isEqualTo(Instant.parse((String) prepared.get("confirmBy")).minus(Duration.ofDays(2)));
	}

	@Test
	void theVariablesOfAScreeningTellNothingAboutThePerson() {
		Map<String, Object> started = eligibilityWorkers.startScreening(job(Map.of(), Map.of()));
		assertThat(applications.stage(application)).isEqualTo(Stage.SCREENING);
		assertThat(started.toString()).contains("years=0.7").doesNotContain("Amara", "NG", "example.org", "learn");
		Map<String, Object> recorded = eligibilityWorkers.recordScreening(job(Map.of("facts", started.get("facts"),
				"findings", List.of(Map.of("outcome", "borderline", "reason", "almost-enough-years", "rule",
						"rule-almost-enough-years"))), Map.of()));
		assertThat(recorded).isEqualTo(Map.of("outcome", "borderline", "reasons", List.of("almost-enough-years")));
		assertThat(applications.stage(application)).isEqualTo(Stage.BORDERLINE);
		assertThat(eligibilityWorkers.recordBorderlineDecision(job(Map.of("borderlineDecision", "eligible"), Map.of())))
				.isEqualTo(Map.of("outcome", "eligible"));
		assertThat(screenings.of(application)).get().extracting(screening -> screening.inputs().get("years")).isEqualTo(0.7);
	}

	@Test
	void aScreeningKeepsWhichRulesFired() {
		eligibilityWorkers.startScreening(job(Map.of(), Map.of()));
		eligibilityWorkers.recordScreening(job(Map.of("screening", 1, "facts", Map.of(), "findings", List.of(Map.of("outcome",
				"not-eligible", "reason", "too-few-hours", "rule", "rule-too-few-hours"))), Map.of()));
		assertThat(screenings.of(application).orElseThrow().findings()).singleElement()
				.extracting(Finding::rule).isEqualTo("rule-too-few-hours");
	}

	@Test
	void aTableThatFindsNothingMeansEligible() {
		eligibilityWorkers.startScreening(job(Map.of(), Map.of()));
		assertThat(eligibilityWorkers.recordScreening(job(Map.of("facts", Map.of()), Map.of())))
				.containsEntry("outcome", "eligible");
	}

	@Test
	void aTableThatSaysNonsenseIsRefusedInWords() {
		assertThatThrownBy(() -> eligibilityWorkers.recordScreening(
				job(Map.of("findings", List.of(Map.of("outcome", "perhaps", "reason", "x"))), Map.of())))
				.hasMessageContaining("«perhaps» is no outcome");
	}

	@Test
	void anUnconfirmedApplicationLapsesAndAWithdrawnOneStaysWithdrawn() {
		assertThat(applicationWorkers.lapseApplication(job(Map.of(), Map.of()))).isEqualTo(Map.of("confirmed", false));
		assertThat(applications.stage(application)).isEqualTo(Stage.LAPSED);
		applicationWorkers.closeApplication(job(Map.of(), Map.of("stage", "WITHDRAWN")));
		assertThat(applications.stage(application)).isEqualTo(Stage.LAPSED);
	}

	@Test
	void anApplicantWhoWithdrawsGetsNoFurtherMailButTheAnswerToThat() {
		applications.advance(application, Stage.WITHDRAWN);
		for (String template : List.of("application-lapsed", "eligible", "withdrawn", "withdrawn")) {
			mailWorkers.sendMail(job(Map.of(),
					Map.of("template", template, "audience", "applicant", "subject", "applicationId")));
		}
		assertThat(jdbc.sql("select template from mail where subject_id = ?").param(application).query(String.class).list())
				.containsExactly("withdrawn");
	}

	@Test
	void aRoundIsPreparedClosedAndCompleted() {
		Map<String, Object> prepared = programmeWorkers.prepareRound(job(Map.of(), Map.of()));
		assertThat(Instant.parse((String) prepared.get("remindClosingAt")))
				.isEqualTo(Instant.parse((String) prepared.get("closesAt")).minus(Duration.ofDays(2)));
		programmeWorkers.remindDrafts(job(Map.of(), Map.of()));
		programmeWorkers.closeRound(job(Map.of(), Map.of()));
		assertThat(programmes.round(round.id()).state()).isEqualTo(RoundState.CLOSED);
		programmeWorkers.completeRound(job(Map.of(), Map.of()));
		programmeWorkers.completeRound(job(Map.of(), Map.of()));
		assertThat(programmes.round(round.id()).state()).isEqualTo(RoundState.COMPLETED);
	}

	private Job job(Map<String, Object> variables, Map<String, String> headers) {
		Map<String, Object> all = new HashMap<>(variables);
		all.put("applicationId", application.toString());
		all.put("roundId", round.id().toString());
		return new Job(1, "type", "process", "element", headers, all);
	}
}
