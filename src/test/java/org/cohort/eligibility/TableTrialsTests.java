package org.cohort.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Trials of a decision table, with an engine that says what the test wants. */
@ApplicationTest
class TableTrialsTests {

	private static final UserRequestPostProcessor ADA = user("ada").roles("administrators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Screenings screenings;

	@Autowired
	DecisionTables tables;

	@Autowired
	TrialStore store;

	@Autowired
	AuditTrail audit;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	UUID eligible;

	UUID ineligible;

	@BeforeEach
	void aPastPool() {
		Applying applying = new Applying(mvc, programmes, applications, clock);
		round = applying.round();
		eligible = screened(applying, "3", List.of());
		ineligible = screened(applying, "0.2", List.of(new Finding(Outcome.NOT_ELIGIBLE, "too-few-years", "r")));
	}

	@AfterEach
	void backToTheShippedTable() {
		transaction.executeWithoutResult(status -> tables.choose(tables.shipped().version(), "ada"));
	}

	@Test
	void showsWhoWouldChangeSidesAndWhyAndChangesNothing() {
		DecisionTable changed = changed("Everybody may try");
		UUID trial = run(changed, (place, inputs) -> inputs.get("years").equals(0.2) ? List.of()
				: List.of(new Finding(Outcome.BORDERLINE, "participated-before", "rule-participated-before")));
		assertThat(store.find(trial).orElseThrow().state()).isEqualTo(TableTrial.State.DONE);
		assertThat(store.changes(trial)).extracting(TableTrial.Change::applicationId, TableTrial.Change::after)
				.containsExactlyInAnyOrder(tuple(eligible, Outcome.BORDERLINE),
						tuple(ineligible, Outcome.ELIGIBLE));
		assertThat(mvc.get().uri("/staff/decision-tables/trials/" + trial).with(ADA)).hasStatusOk().bodyText()
				.contains("2 people would change sides", "Took part in an earlier round", "<svg",
						applications.get(eligible).code())
				.doesNotContain("Amara");
		assertThat(screenings.of(ineligible).orElseThrow().outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
		assertThat(applications.stage(eligible)).isEqualTo(Stage.SCREENING);
		assertThat(tables.inForce().shipped()).isTrue();
	}

	@Test
	void whatTheTableWasNotGivenThenIsTakenFromTheApplicationOfToday() {
		jdbc.sql("update eligibility_screening set inputs = inputs - 'participatedBefore' where application_id = ?")
				.param(eligible).update();
		run(changed("Older"), (place, inputs) -> {
			assertThat(inputs).containsEntry("participatedBefore", false).containsKey("years");
			return List.of();
		});
	}

	@Test
	void aTableThatTheEngineDoesNotUnderstandIsSaidSoInWords() {
		UUID trial = run(changed("Wrong"), (place, inputs) -> {
			throw new TableRefused(List.of("failed to parse expression"));
		});
		assertThat(mvc.get().uri("/staff/decision-tables/trials/" + trial).with(ADA)).hasStatusOk().bodyText()
				.contains("came to nothing", "failed to parse expression");
		assertThat(tables.tried(changed("Wrong").version())).isFalse();
	}

	@Test
	void aTableIsUsedOnlyAfterItWasTriedAndAfterAConfirmation() {
		DecisionTable untried = changed("Untried " + round.slug());
		transaction.executeWithoutResult(status -> tables.keep(untried, "ada"));
		String address = "/staff/decision-tables/" + untried.version() + "/deploy";
		assertThat(mvc.get().uri(address).with(ADA)).hasStatusOk().bodyText().contains("not tried to the end yet");
		assertThat(mvc.post().uri(address).with(csrf()).with(ADA)).hasStatus(409);
		run(untried, (place, inputs) -> List.of());
		assertThat(mvc.get().uri(address).with(ADA)).hasStatusOk().bodyText().contains("Yes, use it");
		assertThat(tables.inForce().table()).isNotEqualTo(untried);
		assertThat(mvc.post().uri(address).with(csrf()).with(ADA)).hasStatus3xxRedirection();
		assertThat(tables.inForce().table()).isEqualTo(untried);
		assertThat(mvc.get().uri("/staff/decision-tables").with(ADA)).hasStatusOk().bodyText().contains("chosen by ada");
	}

	@Test
	void aMalformedTableIsRefusedWithItsTextKept() {
		assertThat(mvc.post().uri("/staff/decision-tables").with(csrf()).with(ADA).param("round", round.slug())
				.param("text", "<definitions>")).hasStatus(422).bodyText().contains("Not tried.", "&lt;definitions&gt;");
		assertThat(mvc.post().uri("/staff/decision-tables").with(csrf()).with(ADA).param("text", TableCheckTests.shipped()))
				.hasStatus(422).bodyText().contains("Choose the round");
	}

	@Test
	void withoutAnEngineATrialFailsAndSaysSo() {
		var started = mvc.post().uri("/staff/decision-tables").with(csrf()).with(ADA).param("round", round.slug())
				.param("text", TableCheckTests.shipped()).exchange();
		assertThat(started).hasStatus3xxRedirection();
		String page = started.getResponse().getRedirectedUrl();
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(mvc.get().uri(page).with(ADA)).hasStatusOk()
				.bodyText().contains("The engine could not be asked"));
	}

	/** What a table gives. */
	private interface Answers {

		List<Finding> of(int place, Map<String, Object> inputs);
	}

	private UUID run(DecisionTable table, Answers answers) {
		TableEvaluation engine = new TableEvaluation() {

			@Override
			public void evaluate(DecisionTable asked, List<Map<String, Object>> inputs,
					BiConsumer<Integer, List<Finding>> each) {
				for (int place = 0; place < inputs.size(); place++) {
					each.accept(place, answers.of(place, inputs.get(place)));
				}
			}
		};
		UUID trial = new TableTrials(store, tables, screenings, engine, audit, transaction, clock)
				.start(table, round.id(), "ada");
		await().atMost(Duration.ofSeconds(20))
				.until(() -> store.find(trial).orElseThrow().state() != TableTrial.State.RUNNING);
		return trial;
	}

	private static DecisionTable changed(String annotation) {
		return DecisionTable.of(TableCheckTests.shipped().replace("Too little experience, and not close", annotation));
	}

	private UUID screened(Applying applying, String years, List<Finding> findings) {
		UUID application = applying.apply(round, years);
		applications.advance(application, Stage.SCREENING);
		screenings.record(application, 1, "test", screenings.decisionInput(application), findings);
		return application;
	}
}
