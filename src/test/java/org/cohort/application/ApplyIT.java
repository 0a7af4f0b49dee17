package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.cohort.platform.Browser;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The whole way from the form to what was sent, in a real browser: with and without scripts, and by keyboard alone. */
@ApplicationTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "cohort.engine.enabled=false",
		"cohort.mail.sending=false", "cohort.outbox.rounds=false", "cohort.rate-limit.enabled=false",
		"cohort.links.key=a-key-for-tests-only-0123456789abcdef", "spring.mail.port=1" })
@Import(DeskIT.Signed.class)
class ApplyIT {

	private static final String QUESTIONS = """
			- key: student
			  section: Study
			  label: Are you a student?
			  type: choice
			  required: true
			  visible-in-review: true
			  personal-data: false
			  options: [ { key: "yes", label: I study }, { key: "no", label: I do not study } ]
			- key: school
			  section: Study
			  label: What do you study?
			  type: short
			  required: true
			  visible-in-review: true
			  personal-data: false
			  shown-if: { question: student, values: ["yes"] }
			- key: sample
			  section: Study
			  label: Something that you wrote
			  help: A page is enough.
			  type: file
			  required: false
			  visible-in-review: true
			  personal-data: false
			""";

	private static final Map<String, String> ANSWERS = Map.of("name", "Amara Okafor", "email", "amara@example.org",
			"q.years", "2.5", "q.contributions", "3", "q.experience", "I fixed the build of a small library.",
			"q.motivation", "To learn how decisions are made in the open.", "q.goals",
			"To review kindly.", "q.school", "History", "q.hours-per-week.total", "45");

	private static final FilePayload ESSAY = new FilePayload("essay.txt", "text/plain",
			"My essay".getBytes(StandardCharsets.UTF_8));

	private static Browser browser;

	@LocalServerPort
	int port;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	StatusLinks statusLinks;

	@Autowired
	Duplicates duplicates;

	@Autowired
	MovableClock clock;

	Round round;

	@BeforeAll
	static void openTheBrowser() {
		browser = Browser.open();
	}

	@AfterAll
	static void closeTheBrowser() {
		browser.close();
	}

	@BeforeEach
	void openARound() {
		round = Rounds.asking(QUESTIONS, programmes, clock);
	}

	@Test
	void withoutScriptsEverythingCanBeFilledInAndSent() {
		Page page = browser.newPersonWithoutScripts();
		page.navigate(address("/apply/" + round.slug()));
		fill(page);
		commitment(page);
		page.locator("button[value=recalculate]").click();
		page.locator(".free-hours svg").waitFor();
		assertThat(page.locator("[name='q.hours-per-week.0.hours']").inputValue()).isEqualTo("30");
		page.locator("input[type=file]").setInputFiles(ESSAY);
		page.locator("button[value=preview]").click();
		page.locator("main", new Page.LocatorOptions().setHasText("It is not sent yet")).waitFor();
		assertThat(page.locator("main").innerText()).contains("It is not sent yet", "History", "essay.txt", "Nigeria");
		page.locator("button[value=submit]").click();
		page.waitForURL("**/about-you/**");
		assertThat(applications.inRound(round.id())).hasSize(1);
		page.context().close();
	}

	@Test
	void byKeyboardAloneEverythingCanBeFilledInAndSent() {
		Page page = browser.newPersonOnAPhone();
		page.navigate(address("/apply/" + round.slug()));
		Set<String> reached = new HashSet<>();
		for (int stop = 0; stop < 150 && !page.url().contains("/about-you/"); stop++) {
			page.keyboard().press("Tab");
			String name = String.valueOf(page.evaluate("() => document.activeElement.name || ''"));
			String type = String.valueOf(page.evaluate("() => document.activeElement.type || ''"));
			reached.add(name);
			press(page, name, type);
		}
		assertThat(page.url()).contains("/about-you/");
		assertThat(reached).containsAll(ANSWERS.keySet()).contains("q.country", "q.student", "q.conduct", "f.sample");
		assertThat(applications.inRound(round.id())).hasSize(1);
		page.context().close();
	}

	@Test
	void whatDependsOnAnAnswerAppearsWithItAndThePictureFollows() {
		Page page = browser.newPerson();
		page.navigate(address("/apply/" + round.slug()));
		assertThat(page.locator("#q-school").isVisible()).isFalse();
		page.locator("[name='q.student'][value=yes]").check();
		assertThat(page.locator("#q-school").isVisible()).isTrue();
		page.locator("[name='q.hours-per-week.total']").fill("45");
		commitment(page);
		page.locator("[name='q.hours-per-week.0.after']").focus();
		await().untilAsserted(() -> assertThat(page.locator(".free-hours").innerText()).contains("with the fewest: 15"));
		page.context().close();
	}

	@Test
	void withoutAConnectionThePageSaysSoAndLosesNothing() {
		Page page = browser.newPersonOnAPhone();
		page.navigate(address("/apply/" + round.slug()));
		page.context().setOffline(true);
		page.locator("#name").fill("Amara Okafor");
		page.locator("#q-goals").fill("Typed on a train");
		page.locator("#q-goals").blur();
		await().untilAsserted(() -> assertThat(page.locator("#saved").innerText()).contains("there is no connection"));
		page.context().setOffline(false);
		await().untilAsserted(() -> assertThat(page.locator("#saved").innerText()).contains("Saved at"));
		page.reload();
		assertThat(page.locator("#q-goals").inputValue()).isEqualTo("Typed on a train");
		assertThat(page.locator("main").innerText()).contains("what you began in this browser");
		page.context().close();
	}

	@Test
	void theCheckerForAccessibilityFindsNothingAndPagesFitTheirScreen() {
		for (Page page : List.of(browser.newPerson(), browser.newPersonOnAPhone())) {
			String size = "-" + page.viewportSize().width;
			page.navigate(address("/apply/" + round.slug()));
			look(page, "apply" + size);
			page.navigate(address("/apply/" + round.slug() + "?language=he"));
			look(page, "apply-he" + size);
			page.navigate(address("/apply/" + round.slug() + "?language=en"));
			page.locator("button[value=submit]").click();
			look(page, "apply-refused" + size);
			fill(page);
			page.locator("#email").fill("amara" + size + "@example.org");
			commitment(page);
			page.locator("input[type=file]").setInputFiles(ESSAY);
			page.locator("button[value=preview]").click();
			look(page, "apply-preview" + size);
			page.locator("button[value=submit]").click();
			String own = statusLinks.uri(applications.inRound(round.id()).getLast().id()).getPath();
			page.navigate(address(own));
			look(page, "status" + size);
			page.navigate(address(own + "/change"));
			look(page, "change" + size);
			page.locator("#q-goals").fill("To write guides.");
			page.locator("button[value=change]").click();
			page.locator("details.version summary").click();
			look(page, "own" + size);
			page.navigate(address("/staff/rounds/" + round.id() + "/extensions"));
			look(page, "extensions" + size);
			page.navigate(address("/staff/applications/" + applications.inRound(round.id()).getLast().id()));
			Browser.screenshot(page, "staff-application" + size);
			page.context().close();
		}
	}

	@Test
	void twoApplicationsStandSideBySide() {
		for (String email : List.of("amara.okafor@gmail.com", "amaraokafor@gmail.com")) {
			Page page = browser.newPersonWithoutScripts();
			page.navigate(address("/apply/" + round.slug()));
			fill(page);
			page.locator("#email").fill(email);
			page.locator("#q-goals").fill("Goals of " + email);
			page.locator("button[value=submit]").click();
			page.context().close();
		}
		await().untilAsserted(() -> assertThat(duplicates.of(round.id())).hasSize(1));
		for (Page page : List.of(browser.newPerson(), browser.newPersonOnAPhone())) {
			String size = "-" + page.viewportSize().width;
			page.navigate(address("/staff/rounds/" + round.id() + "/duplicates"));
			look(page, "duplicates" + size);
			page.locator("main table a").click();
			look(page, "duplicate" + size);
			page.context().close();
		}
	}

	private void look(Page page, String name) {
		Browser.screenshot(page, name);
		assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).extracting(found -> found.getId() + " " + found
				.getNodes().getFirst().getHtml()).isEmpty();
		assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
				.as(name + " is not wider than its screen")
				.isTrue();
	}

	private static void fill(Page page) {
		page.locator("[name='q.student'][value=yes]").check();
		ANSWERS.forEach((name, text) -> page.locator("[name='" + name + "']").fill(text));
		page.locator("#q-country").selectOption("NG");
		page.locator("#q-time-zone").selectOption("Africa/Lagos");
		page.locator("#q-conduct").check();
	}

	private void commitment(Page page) {
		String from = round.runStartsAt().atZone(round.settings().timeZone()).toLocalDate().minusYears(1).toString();
		page.locator("[name='q.hours-per-week.0.kind']").selectOption("job");
		page.locator("[name='q.hours-per-week.0.hours']").fill("30");
		page.locator("[name='q.hours-per-week.0.from']").fill(from);
		page.locator("[name='q.hours-per-week.0.to']").fill(from.replace(from.substring(0, 4), "2099"));
	}

	/** What somebody does with the keyboard on the field that has the focus. */
	private static void press(Page page, String name, String type) {
		switch (type) {
			case "radio", "checkbox" -> {
				if (Set.of("q.student", "q.conduct").contains(name)) {
					page.keyboard().press("Space");
				}
			}
			case "select-one" -> {
				if (name.equals("q.country") || name.equals("q.time-zone")) {
					page.keyboard().press("ArrowDown");
				}
			}
			case "file" -> page.keyboard().press("Shift"); // choosing is the browser's own window, and optional here
			case "submit" -> {
				if (!"recalculate".equals(page.evaluate("() => document.activeElement.value"))) {
					page.waitForNavigation(() -> page.keyboard().press("Enter"));
				}
			}
			default -> {
				if (ANSWERS.containsKey(name)) {
					page.keyboard().type(ANSWERS.get(name));
				}
			}
		}
	}

	private String address(String path) {
		return "http://localhost:" + port + path;
	}
}
