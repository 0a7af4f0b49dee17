package org.cohort.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs die at the worst moments. Afterwards nothing is lost, nothing is doubled, and everything is caught up. */
class CrashIT {

	private static final String ROUND = "demonstration";

	private static LocalPlatform platform;

	private static Browser browser;

	private static Ledgers ledgers;

	private static EngineRecords engine;

	@BeforeAll
	static void start() {
		platform = LocalPlatform.shared();
		browser = Browser.open();
		ledgers = new Ledgers(platform);
		engine = new EngineRecords(platform);
	}

	@BeforeEach
	void everythingRuns() {
		platform.cohort().start();
	}

	@AfterEach
	void mend() {
		platform.mails().afterStoring(recipient -> {
		});
		platform.mails().start();
		platform.camunda().start();
		platform.cohort().start();
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@Test
	void cohortKilledBetweenSubmissionAndProcessStart() throws IOException {
		var applicant = new HastyApplicant(platform, "between", 1);
		var form = applicant.reads(ROUND);
		signal("STOP");
		try {
			assertThat(applicant.sends(ROUND, form)).contains("/about-you/");
			platform.cohort().kill();
		}
		finally {
			signal("CONT");
		}
		assertThat(platform.cohort().isRunning()).isFalse();

		platform.cohort().start();

		await().atMost(Applicant.PATIENCE).until(() -> ledgers.mails(applicant.address()).contains("confirm-address sent"));
		ledgers.awaitRest();
		everythingHappenedOnceFor(applicant);
	}

	@Test
	void cohortKilledBetweenSendingAndRecordingAMail() {
		var unlucky = new HastyApplicant(platform, "unlucky", 2);
		platform.mails().afterStoring(recipient -> {
			if (recipient.equalsIgnoreCase(unlucky.address())) {
				platform.cohort().kill();
			}
		});
		unlucky.sends(ROUND, unlucky.reads(ROUND));
		await().atMost(Applicant.PATIENCE).until(() -> !platform.cohort().isRunning());
		assertThat(platform.mails().to(unlucky.address())).hasSize(1);

		platform.cohort().start();

		await().atMost(Applicant.PATIENCE)
			.until(() -> ledgers.mails(unlucky.address()).contains("confirm-address possibly-sent"));
		var next = new HastyApplicant(platform, "next", 3);
		next.sends(ROUND, next.reads(ROUND));
		await().atMost(Applicant.PATIENCE).until(() -> platform.mails().to(next.address()).size() == 1);
		assertThat(platform.mails().to(unlucky.address())).as("not sent again by itself").hasSize(1);

		aPersonDecides();
		assertThat(ledgers.mails(unlucky.address())).containsExactly("confirm-address sent");
		assertThat(platform.mails().to(unlucky.address())).hasSize(1);
		ledgers.awaitRest();
	}

	private static void aPersonDecides() {
		StaffMember olga = StaffMember.signIn(browser, platform, "olga.coordinator");
		Page mails = olga.visits("/staff/mails?state=possibly-sent");
		Browser.pictures(mails, "30-mails-possibly-sent");
		assertThat(mails.locator("main tbody tr")).hasCount(1);
		mails.locator("main tbody a").click();
		assertThat(mails.locator("main")).containsText("This mail waits for your decision");
		Browser.pictures(mails, "31-mail-possibly-sent");
		olga.presses("It arrived");
		assertThat(olga.visits("/staff/mails?state=possibly-sent").locator("main")).containsText("There are no such mails");
	}

	@Test
	void theBrokerIsDownWhileTwentyPeopleApply() throws Exception {
		var people = IntStream.range(20, 40).mapToObj(number -> new HastyApplicant(platform, "twenty", number)).toList();
		platform.camunda().kill();
		try (var together = Executors.newFixedThreadPool(people.size())) {
			List<Future<String>> answers = people.stream()
				.map(person -> together.submit(() -> person.sends(ROUND, person.reads(ROUND))))
				.toList();
			for (Future<String> answer : answers) {
				assertThat(answer.get()).contains("/about-you/");
			}
		}
		assertThat(platform.camunda().isRunning()).as("nobody waited for the engine").isFalse();
		StaffMember adam = StaffMember.inCohort(browser, platform, "adam.admin");
		await().atMost(Applicant.PATIENCE).until(() -> adam.visits("/staff/stuck").locator("main").innerText()
			.contains("Away since"));
		Browser.pictures(adam.cohort(), "32-engine-away");

		platform.camunda().start();

		await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(people)
			.allMatch(person -> ledgers.mails(person.address()).contains("confirm-address sent")));
		ledgers.awaitRest();
		people.forEach(CrashIT::everythingHappenedOnceFor);
	}

	/** One application, one process for it, one mail about it. */
	private static void everythingHappenedOnceFor(HastyApplicant person) {
		String application = ledgers.application(person.address()).toString();
		await(person.address()).atMost(Applicant.PATIENCE)
			.untilAsserted(() -> assertThat(engine.instances("application", "applicationId", application)).hasSize(1));
		assertThat(platform.mails().to(person.address())).hasSize(1);
	}

	@Test
	void theMailServerIsDown() {
		var patient = new HastyApplicant(platform, "patient", 4);
		platform.mails().stop(Duration.ZERO);
		assertThat(patient.sends(ROUND, patient.reads(ROUND))).contains("/about-you/");
		StaffMember adam = StaffMember.inCohort(browser, platform, "adam.admin");
		await().atMost(Applicant.PATIENCE).until(() -> adam.visits("/staff/mails").locator("main").innerText()
			.contains("could not be sent yet"));
		// «sending» for a moment, each time that it is tried
		await().untilAsserted(() -> assertThat(ledgers.mails(patient.address())).containsExactly("confirm-address queued"));
		Browser.pictures(adam.cohort(), "33-mail-server-away");

		platform.mails().start();

		await().atMost(Applicant.PATIENCE).until(() -> ledgers.mails(patient.address()).contains("confirm-address sent"));
		ledgers.awaitRest();
		assertThat(platform.mails().to(patient.address())).hasSize(1);
	}

	/** Freezes Camunda, or lets it go on: what was sent to it meanwhile it finds then. */
	private static void signal(String name) throws IOException {
		long camunda = platform.settings().pidFile("camunda").process().orElseThrow().pid();
		Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(camunda)).inheritIO().start();
		assertThat(kill.onExit().join().exitValue()).isZero();
	}
}
