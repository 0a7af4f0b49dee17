package org.cohort.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One round from the call to the follow-up as people live it: in browsers, with mails, and with tasks in Tasklist
 * behind Keycloak. Its weeks last seconds. Every page on the way is kept as a picture in {@code target/screenshots}.
 */
class WholeLifecycleIT {

	private static final String ROUND = "lifecycle";

	private static final String GRANTS = "grants@lifecycle.example";

	private static final Map<String, StaffMember> STAFF = new HashMap<>();

	private static LocalPlatform platform;

	private static Browser browser;

	private static Ledgers ledgers;

	private Applicant ines;

	private Applicant bo;

	private Applicant chi;

	private StaffMember olga;

	@BeforeAll
	static void start() {
		platform = LocalPlatform.shared();
		platform.cohort().start();
		browser = Browser.open();
		ledgers = new Ledgers(platform);
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@Test
	void anApplicationTakesTheWholeWay() throws Exception {
		olga = staff("olga.coordinator");
		opensARound();
		peopleApply();
		screening();
		reviews();
		committee();
		List<Applicant> participants = offers();
		var run = new MentoredRun(platform, browser, ledgers, WholeLifecycleIT::staff, ROUND, GRANTS);
		run.agreements(participants);
		run.weeks(participants.getFirst(), participants.getLast());
		run.evaluation(participants.getFirst());
		run.summary();
		run.followUp(participants.getFirst());
		for (int week = 1; week <= QuickProgramme.WEEKS; week++) {
			run.awaitReport("Week " + week + " of the group");
		}

		await().atMost(Applicant.PATIENCE).until(() -> ledgers.state(ROUND).equals("COMPLETED"));
		ledgers.awaitRest();
		assertThat(ledgers.stages(ROUND)).containsExactlyInAnyOrder("ACCEPTED", "ACCEPTED", "DECLINED", "NOT_ELIGIBLE",
				"WITHDRAWN");
		theMailsPageShowsWhatWasSent();
		Traces.areNotInTheEngine(platform);
		Traces.areNotInTheLogs(platform);
	}

	private static StaffMember staff(String username) {
		return STAFF.computeIfAbsent(username, name -> StaffMember.signIn(browser, platform, name));
	}

	private void opensARound() {
		StaffMember adam = staff("adam.admin");
		Page programmes = adam.visits("/staff/programmes");
		programmes.locator("textarea[name=text]").fill(QuickProgramme.yaml(ROUND, GRANTS));
		programmes.locator("button[name=action][value=check]").click();
		programmes.locator("button[name=action][value=import]").click();
		assertThat(programmes.locator("main")).containsText(QuickProgramme.NAME);

		LocalDateTime soon = LocalDateTime.now(ZoneId.of(QuickProgramme.ZONE)).truncatedTo(ChronoUnit.MINUTES);
		Page round = olga.visits("/staff/rounds/new");
		round.locator("[name=programme]").selectOption(ROUND);
		round.locator("[name=title]").fill("Winter round");
		round.locator("[name=slug]").fill(ROUND);
		round.locator("[name=closes]").fill(soon.plusHours(1).toString());
		round.locator("[name=starts]").fill(soon.plusHours(1).plusMinutes(1).toString());
		olga.presses("Open the round");
		assertThat(round.locator("main")).containsText("Winter round");
	}

	private void peopleApply() {
		ines = new Applicant("Ines", platform, browser.newPersonOnAPhone());
		ines.page().navigate(platform.publicUrl().toString());
		Browser.pictures(ines.page(), "1-calls");
		ines.fillsIn(ROUND, "3");
		Browser.pictures(ines.page(), "2-apply");
		ines.previews();
		Browser.pictures(ines.page(), "2-preview");
		ines.sends();
		Browser.pictures(ines.page(), "3-about-you");
		ines.answersTheVoluntaryQuestions();
		ines.reads("Please confirm your address");
		ines.opensMailed("confirm");
		Browser.pictures(ines.page(), "4-confirm");
		ines.confirms();
		picture("confirm", ines, "5-mail-confirm");

		bo = applies("Bo", "0.5");
		chi = applies("Chi", "2");
		chi.answersTheVoluntaryQuestionsLater();
		Applicant dan = applies("Dan", "0");
		dan.reads("Not this time");
		await("the reasons").atMost(Applicant.PATIENCE)
			.until(() -> dan.mails().stream().anyMatch(mail -> mail.text().contains("programming")));
		Applicant eli = applies("Eli", "2");
		eli.opensMailed("status");
		eli.page().locator("a[href$='/withdraw']").click();
		eli.confirms();
		eli.reads("You have withdrawn");
	}

	private Applicant applies(String name, String years) {
		Applicant applicant = new Applicant(name, platform, browser.newPerson());
		applicant.fillsIn(ROUND, years);
		applicant.sends();
		applicant.skipsTheVoluntaryQuestions();
		applicant.opensMailed("confirm");
		applicant.confirms();
		return applicant;
	}

	private void screening() {
		bo.reads("A person is looking at your application");
		olga.takes("Decide borderline application", bo.code());
		Page application = olga.followsTheLink();
		assertThat(application.locator("main")).containsText("Bo");
		Browser.pictures(application, "6-borderline-application");
		olga.picks("It goes into the review");
		Browser.pictures(olga.tasklist(), "6-borderline-task");
		olga.completes();
		bo.reads("Reviewers are reading your application");
		Browser.pictures(bo.page(), "7-status");
	}

	/** Two of three reviewers have each dossier; everybody works off what is theirs. */
	private void reviews() {
		await().atMost(Applicant.PATIENCE).until(() -> ledgers.openReviews(ROUND).size() == 6);
		for (String reviewer : List.of("anna.reviewer", "ben.reviewer", "chris.reviewer")) {
			List<String> codes = ledgers.openReviews(ROUND).stream().filter(review -> review.endsWith(reviewer))
				.map(review -> review.substring(0, 7)).toList();
			assertThat(codes).as("dossiers of %s", reviewer).doesNotHaveDuplicates();
			StaffMember person = staff(reviewer);
			codes.forEach(code -> review(person, code));
		}
		for (Applicant applicant : List.of(ines, bo, chi)) {
			applicant.reads("Your application has been reviewed");
		}
	}

	private void review(StaffMember reviewer, String code) {
		reviewer.takes("Review the dossier", code);
		Browser.pictures(reviewer.tasklist(), "8-review-task");
		Page desk = reviewer.followsTheLink();
		assertThat(desk.locator("main")).containsText(code);
		for (Applicant applicant : List.of(ines, bo, chi)) {
			assertThat(desk.locator("main")).not().containsText(applicant.address());
		}
		desk.locator("main fieldset:has(input[type=radio])").all().forEach(criterion -> {
			Locator points = criterion.locator("input[type=radio]");
			points.nth(Math.min(3, points.count() - 1)).check();
		});
		desk.locator("[name=toCommittee]").fill("A clear head, and " + Applicant.PLANTED + " shows it.");
		Browser.pictures(desk, "9-dossier");
		desk.locator("button[name=action][value=send]").click();
		assertThat(desk.getByText("You have sent this review").or(desk.locator(".notice")).first()).isVisible();
	}

	private void committee() {
		String path = "/staff/rounds/" + ledgers.round(ROUND);
		olga.visits(path + "/close");
		olga.cohort().locator("[name=bringForward]").check();
		olga.presses("Yes, close it now");
		StaffMember carla = staff("carla.committee");
		carla.takes("Decide on the cohort", "shortlist");
		Browser.pictures(carla.tasklist(), "10-committee-task");
		Page shortlist = carla.followsTheLink();
		assertThat(shortlist.locator("main")).not().containsText(Applicant.PLANTED);
		Browser.pictures(shortlist, "11-shortlist");
		shortlist.locator("[name=sure]").check();
		shortlist.locator("form[action$='/approve'] button[type=submit]").click();
		assertThat(shortlist.locator("main")).containsText("Approved");
	}

	/** Who is last among the chosen declines, and the place goes to the one who waits. Returns those who accepted. */
	private List<Applicant> offers() {
		await().atMost(Applicant.PATIENCE).until(() -> chosen("OFFERED").size() == 2 && chosen("WAITING_LIST").size() == 1);
		Applicant waits = chosen("WAITING_LIST").getFirst();
		Applicant accepts = chosen("OFFERED").getFirst();
		Applicant declines = chosen("OFFERED").getLast();
		waits.reads("You are on the waiting list");
		accepts.opensMailed("offer");
		Browser.pictures(accepts.page(), "12-offer");
		picture("offer", accepts, "12-mail-offer");
		answers(accepts, "accept");
		declines.opensMailed("offer");
		answers(declines, "decline");
		declines.reads("You have declined the place");
		waits.opensMailed("offer");
		answers(waits, "accept");
		accepts.reads("You are in");
		return List.of(accepts, waits);
	}

	private List<Applicant> chosen(String stage) {
		return List.of(ines, bo, chi).stream().filter(person -> ledgers.stage(ROUND, person).equals(stage)).toList();
	}

	private static void answers(Applicant applicant, String answer) {
		applicant.page().locator("main a[href$='/" + answer + "']").click();
		applicant.page().waitForURL("**/" + answer);
		applicant.confirms();
	}

	private void theMailsPageShowsWhatWasSent() {
		Page mails = olga.visits("/staff/mails");
		Browser.pictures(mails, "22-mails");
		mails.locator("main td a").first().click();
		assertThat(mails.locator("main")).containsText("As it was sent");
		Browser.pictures(mails, "23-mail");
		Page stuck = olga.visits("/staff/stuck");
		Browser.pictures(stuck, "24-stuck");
		assertThat(olga.visits("/staff/mails?state=possibly-sent").locator("main")).containsText("There are no such mails");
	}

	private static void picture(String kind, Applicant applicant, String name) {
		CaughtMail mail = applicant.mails().stream().filter(one -> one.link("/" + kind + "/").isPresent()).findFirst()
			.orElseThrow();
		Page page = browser.newPerson();
		page.navigate(platform.mailPageUrl() + "/" + mail.id() + "/html");
		Browser.pictures(page, name);
		page.context().close();
	}
}
