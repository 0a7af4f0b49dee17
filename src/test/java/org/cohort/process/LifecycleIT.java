package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.process.engine.EngineAlone;
import org.cohort.process.engine.Records.OpenTask;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.programme.RoundState;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.cohort.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * One round from the call to the last follow-up, with everything real but Keycloak and Tasklist: the application and
 * its workers, PostgreSQL, the engine, a mail server, and clocks that move a year. Everybody carries planted words, and
 * in the end neither the engine nor the log has seen one.
 */
@ApplicationTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class LifecycleIT {

	private static final EngineAlone ENGINE = EngineAlone.another("engine-of-lifecycle");

	private static final GreenMail INBOX = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private static final String PLANTED = "zanzibar";

	private static final Duration DAY = Duration.ofDays(1);

	@Autowired
	MockMvc mvc;

	@Autowired
	MovableClock clock;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	JdbcClient jdbc;

	private House house;

	private Round round;

	@DynamicPropertySource
	static void ownHouse(DynamicPropertyRegistry properties) {
		INBOX.start();
		TestDatabase.shared().create("lifecycle");
		for (String key : List.of("spring.datasource.url", "cohort.demographics.datasource.url")) {
			properties.add(key, () -> TestDatabase.shared().url("lifecycle"));
		}
		properties.add("cohort.engine.enabled", () -> "true");
		properties.add("cohort.engine.grpc-address", () -> ENGINE.grpcAddress().toString());
		properties.add("cohort.engine.rest-address", () -> ENGINE.restAddress().toString());
		properties.add("cohort.mail.sending", () -> "true");
		properties.add("cohort.outbox.rounds", () -> "true");
		properties.add("spring.mail.host", () -> "127.0.0.1");
		properties.add("spring.mail.port", () -> INBOX.getSmtp().getPort());
	}

	@AfterAll
	static void stop() {
		INBOX.stop();
		ENGINE.stop();
	}

	@BeforeEach
	void open() throws Exception {
		house = new House(mvc, ENGINE, INBOX, clock);
		String programme = new ClassPathResource("programmes/default.yaml").getContentAsString(StandardCharsets.UTF_8);
		var imported = programmes.importYaml(new ByteArrayInputStream(programme.getBytes(StandardCharsets.UTF_8)));
		Instant now = clock.instant();
		round = programmes.openRound(imported.id(), new RoundPlan("lifecycle", "Spring", now.minusSeconds(60),
				now.plus(DAY.multipliedBy(6)), now.plus(DAY.multipliedBy(40)), 2));
	}

	@Test
	void aRoundGoesFromTheCallToTheLastFollowUp(CapturedOutput output) throws Exception {
		List<UUID> strong = new ArrayList<>();
		for (String name : List.of("ada", "bela", "cem")) {
			strong.add(applies(name, "3"));
		}
		UUID weak = applies("dan", "0");
		UUID borderline = applies("eve", "0.5");
		UUID silent = applies("fay", "3");
		for (String name : List.of("ada", "bela", "cem", "dan", "eve")) {
			house.fills(house.mailed(address(name), "confirm"));
		}
		house.fills(house.mailed(address("dan"), "appeal"), "words", "I see it otherwise, because of " + PLANTED);
		house.task(weak, "decide-appeal");
		house.fillsAs("olga", "coordinators", "/staff/applications/" + weak + "/appeal", "decision", "refuse", "reason",
				"It stays so, in spite of " + PLANTED);
		awaitStage(weak, Stage.NOT_ELIGIBLE);
		house.completes(house.task(borderline, "decide-borderline"), Map.of("borderlineDecision", "eligible"));
		awaitStage(borderline, Stage.UNDER_REVIEW);
		house.fills(house.mailed(address("eve"), "status") + "/withdraw");
		awaitStage(borderline, Stage.WITHDRAWN);
		for (UUID application : strong) {
			review(application);
		}
		UUID newcomer = anotherTableIsTriedAndUsed();
		house.pass(DAY.multipliedBy(4));
		awaitStage(silent, Stage.LAPSED);

		List<String> participants = select(strong);
		awaitStage(newcomer, Stage.NOT_ELIGIBLE);
		house.pass(DAY.multipliedBy(35));
		run(participants);
		await().atMost(House.PATIENCE).until(() -> programmes.round(round.id()).state() == RoundState.COMPLETED);
		followUps(participants.getFirst());

		nothingIsLeft();
		nothingPlantedLeftTheHouse(output);
	}

	/** An administrator tries a harsher table on the pool, reads who would change sides, and has it used from then on. */
	private UUID anotherTableIsTriedAndUsed() throws Exception {
		AnotherTable table = AnotherTable.harsher(house, jdbc);
		table.isTriedOn("lifecycle");
		assertThat(table.changes()).as("three were eligible, one borderline, and for one no rule would apply any more")
			.contains("5 people would change sides").doesNotContain(PLANTED);
		assertThat(applications.inRound(round.id())).as("and nothing was changed by it").extracting(one -> one.stage())
			.filteredOn(Stage.IN_POOL::equals).hasSize(3);
		table.isUsed();
		UUID newcomer = applies("gil", "3");
		house.fills(house.mailed(address("gil"), "confirm"));
		awaitStage(newcomer, Stage.MAY_APPEAL);
		assertThat(table.screened(newcomer)).isTrue();
		return newcomer;
	}

	private UUID applies(String name, String years) throws Exception {
		house.fills("/apply/lifecycle", "name", "Planted " + PLANTED + " " + name, "email", address(name), "q.country",
				"PT", "q.time-zone", "Europe/Lisbon", "q.years", years, "q.contributions", "4", "q.experience",
				"I built a thing about " + PLANTED, "q.hours-per-week", "12", "q.motivation", "Because of " + PLANTED,
				"q.goals", "To know more of " + PLANTED, "q.conduct", "yes");
		return jdbc.sql("select id from application order by submitted_at desc limit 1").query(UUID.class).single();
	}

	private void review(UUID application) throws Exception {
		await().atMost(House.PATIENCE).until(() -> house.tasks(application, "review-dossier").count() == 2);
		for (OpenTask task : house.tasks(application, "review-dossier").toList()) {
			String reviewer = task.candidateUsers().getFirst();
			UUID review = jdbc.sql("select id from review where application_id = :id and reviewer = :reviewer")
				.param("id", application).param("reviewer", reviewer).query(UUID.class).single();
			assertThat(house.readsAs(reviewer, "reviewers", "/staff/reviews/" + review)).contains(PLANTED)
				.doesNotContain("@planted.example");
			house.fillsAs(reviewer, "reviewers", "/staff/reviews/" + review, "action", "send", "points.motivation", "4",
					"points.learning", "3", "points.communication", "4", "points.growth", "5", "confidence", "2",
					"toCommittee", "A word on " + PLANTED);
		}
		awaitStage(application, Stage.IN_POOL);
	}

	/** The committee approves; one of the two who get an offer declines, and the third moves up. */
	private List<String> select(List<UUID> pool) throws Exception {
		house.pass(DAY.multipliedBy(3));
		house.task(round.id(), "decide-cohort");
		String page = await().atMost(House.PATIENCE).until(() -> house.readsAs("carla.committee", "committee",
				"/staff/rounds/" + round.id() + "/shortlist"), html -> html.contains("name=\"version\""));
		Matcher version = Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(page);
		assertThat(version.find()).isTrue();
		house.fillsAs("carla.committee", "committee", "/staff/rounds/" + round.id() + "/shortlist/approve", "version",
				version.group(1), "sure", "true");
		await().atMost(House.PATIENCE).until(() -> in(Stage.OFFERED, pool).size() == 2);
		UUID declines = in(Stage.OFFERED, pool).getLast();
		UUID accepts = in(Stage.OFFERED, pool).getFirst();
		UUID waits = in(Stage.WAITING_LIST, pool).getFirst();
		house.fills(house.mailed(address(accepts), "offer") + "/accept");
		house.fills(house.mailed(address(declines), "offer") + "/decline");
		awaitStage(waits, Stage.OFFERED);
		house.fills(house.mailed(address(waits), "offer") + "/accept");
		awaitStage(waits, Stage.ACCEPTED);
		awaitStage(declines, Stage.DECLINED);
		agree(address(accepts), "maya.mentor");
		agree(address(waits), "noah.mentor");
		return List.of(address(accepts), address(waits));
	}

	private void agree(String address, String mentor) throws Exception {
		UUID participation = participation(address);
		house.completes(house.task(participation, "choose-mentor"), Map.of("mentor", mentor));
		house.completes(house.task(participation, "confirm-agreement"), Map.of("agreementAnswer", "agree"));
		house.fills(house.mailed(address, "agreement"), "promise", "true");
	}

	/** Ten weeks for the first; the second leaves in the third. */
	private void run(List<String> participants) throws Exception {
		String stays = participants.getFirst();
		String leaves = participants.getLast();
		for (int week = 1; week <= 10; week++) {
			spendWeek(stays, "maya.mentor", week);
			if (week < 3) {
				spendWeek(leaves, "noah.mentor", week);
			}
			else if (week == 3) {
				house.fills(house.mailed(leaves, "participation") + "/leave", "sure", "true", "note", PLANTED);
				await().atMost(House.PATIENCE).until(() -> house.tasks(participation(leaves), "log-week").count() == 0);
			}
			house.pass(Duration.ofDays(7));
			int reports = week;
			await().atMost(House.PATIENCE).until(() -> groupReports() >= reports - 1);
		}
		UUID participation = participation(stays);
		house.task(participation, "evaluate");
		house.fillsAs("maya.mentor", "mentors", "/staff/participations/" + participation + "/evaluation",
				evaluation("partly"));
		house.fills(house.mailed(stays, "evaluation"), evaluation("met"));
		house.pass(DAY.multipliedBy(4));
		house.task(round.id(), "write-conclusions");
		house.fillsAs("olga.coordinator", "coordinators", "/staff/rounds/" + round.id() + "/conclusions", "conclusions",
				"It went well, says " + PLANTED, "advice", "Talk early about " + PLANTED, "action", "finish");
	}

	private void spendWeek(String address, String mentor, int week) throws Exception {
		UUID participation = participation(address);
		String checkIn = house.mailed(address, "check-in", week);
		house.fills(checkIn, "hours", "10", "done", "I learned about " + PLANTED, "going", "4");
		OpenTask task = house.task(participation, "log-week");
		assertThat(task.candidateUsers()).containsExactly(mentor);
		house.fillsAs(mentor, "mentors", "/staff/participations/" + participation + "/weeks/" + week, "hours", "2",
				"done", "We spoke about " + PLANTED, "going", "4", "changes[0].link",
				"https://code.example/" + PLANTED + "/" + week, "changes[0].kind", "documentation-fix");
		await().atMost(House.PATIENCE).until(() -> house.tasks(participation, "log-week").noneMatch(task::equals));
	}

	private static String[] evaluation(String verdict) {
		return new String[] { "verdicts[documentation]", verdict, "verdicts[bugs]", verdict, "verdicts[interaction]",
				verdict, "verdicts[guides]", verdict, "evidence[bugs]", "See " + PLANTED, "advice", PLANTED };
	}

	private void followUps(String address) throws Exception {
		for (int number = 1; number <= 3; number++) {
			house.pass(DAY.multipliedBy(number == 3 ? 186 : 91));
			house.fills(house.mailed(address, "follow-up", number), "contributing", "every-month", "recommends", "9",
					"what", PLANTED);
			await().atMost(House.PATIENCE).until(() -> jdbc
				.sql("select count(*) from event_publication where completion_date is null").query(Integer.class)
				.single() == 0);
		}
	}

	private void nothingIsLeft() {
		UUID[] ids = jdbc.sql("select id from application union select id from participation union select id from round")
			.query(UUID.class).list().toArray(UUID[]::new);
		await().atMost(House.PATIENCE).untilAsserted(() -> assertThat(house.stillRunning(ids)).isEmpty());
		assertThat(ENGINE.records().incidents()).isEmpty();
		assertThat(jdbc.sql("select element_id || ' ' || fault from stuck_job").query(String.class).list()).isEmpty();
		await().atMost(House.PATIENCE).untilAsserted(() -> assertThat(jdbc
			.sql("select template from mail where state <> 'sent'").query(String.class).list()).isEmpty());
		assertThat(Arrays.stream(INBOX.getReceivedMessages()).map(House::messageId)).doesNotHaveDuplicates()
			.hasSize(jdbc.sql("select count(*) from mail").query(Integer.class).single());
		assertThat(groupReports()).isEqualTo(10);
	}

	private void nothingPlantedLeftTheHouse(CapturedOutput output) {
		List<String> forbidden = List.of(PLANTED, "planted.example", "Planted", "code.example");
		assertThat(ENGINE.records().variables()).hasSizeGreaterThan(200).allSatisfy(variable -> assertThat(forbidden)
			.as(variable.name()).noneMatch(variable.json()::contains));
		List<String> tokens = house.linksMailed();
		assertThat(tokens).isNotEmpty();
		assertThat(output.getAll().lines().filter(line -> !line.contains("c.icegreen"))
			.filter(line -> Stream.concat(forbidden.stream(), tokens.stream()).anyMatch(line::contains))).isEmpty();
	}

	private int groupReports() {
		return jdbc.sql("select count(*) from report where kind = 'group-week'").query(Integer.class).single();
	}

	private UUID participation(String address) {
		return await().atMost(House.PATIENCE).until(() -> jdbc
			.sql("select p.id, p.application_id from participation p")
			.query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getObject("application_id", UUID.class)))
			.list().stream().filter(entry -> address(entry.getValue()).equals(address)).map(Map.Entry::getKey).findFirst(),
				java.util.Optional::isPresent).orElseThrow();
	}

	private void awaitStage(UUID application, Stage stage) {
		await().atMost(House.PATIENCE).untilAsserted(() -> assertThat(applications.stage(application)).isEqualTo(stage));
	}

	private List<UUID> in(Stage stage, List<UUID> pool) {
		return pool.stream().filter(id -> applications.stage(id) == stage).toList();
	}

	private String address(UUID application) {
		return applications.contact(application).email();
	}

	private static String address(String name) {
		return name + "@planted.example";
	}
}
