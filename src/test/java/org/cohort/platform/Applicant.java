package org.cohort.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody without an account: a window of their own, and a mailbox whose links they open. */
final class Applicant {

	/** In everything that an applicant writes, so that it can be looked for where it must not be. */
	static final String PLANTED = "zanzibar";

	static final Duration PATIENCE = Duration.ofSeconds(90);

	private final String name;

	private final LocalPlatform platform;

	private final Page page;

	private String code = "";

	Applicant(String name, LocalPlatform platform, Page page) {
		this.name = name;
		this.platform = platform;
		this.page = page;
	}

	String address() {
		return name.toLowerCase(java.util.Locale.ROOT) + "@" + PLANTED + ".example";
	}

	Page page() {
		return page;
	}

	/** Fills in the form of a round, up to the button. */
	void fillsIn(String round, String years) {
		page.navigate(platform.publicUrl() + "/apply/" + round);
		field("name").fill(name + " " + PLANTED);
		field("email").fill(address());
		field("q.country").selectOption("PT");
		field("q.time-zone").selectOption("Europe/Lisbon");
		field("q.years").fill(years);
		field("q.contributions").fill("4");
		field("q.experience").fill("I built a tool for my club and wrote its guide. It is called " + PLANTED + ".");
		field("q.hours-per-week.total").fill("12");
		field("q.motivation").fill("I want to give back what I was given, and " + PLANTED + " is ready for it.");
		field("q.goals").fill("To fix things in projects that are larger than mine.");
		field("q.conduct").check();
	}

	/** Reads what was filled in once more, where it can be sent as well. */
	void previews() {
		page.locator("button[name=action][value=preview]").click();
		assertThat(page.locator("main")).containsText(address());
	}

	/** Sends what was filled in, and lands on the voluntary questions. */
	void sends() {
		page.locator("button[name=action][value=submit]").click();
		page.waitForURL("**/about-you/*");
	}

	void skipsTheVoluntaryQuestions() {
		page.locator("main form a[role=button]").click();
		page.waitForURL("**/thanks");
	}

	void answersTheVoluntaryQuestions() {
		page.locator("[name='a.gender'][value=woman]").check();
		page.locator("[name='a.age'][value=from-30]").check();
		page.locator("main form").first().locator("button[type=submit]").click();
		page.waitForURL("**/thanks");
	}

	/** Comes back to the voluntary questions by way of the status page. */
	void answersTheVoluntaryQuestionsLater() {
		opensMailed("status");
		page.locator("main a[href*='/about-you/']").click();
		page.waitForURL("**/about-you/*");
		answersTheVoluntaryQuestions();
	}

	/** Opens the first link of a kind that came by mail. */
	void opensMailed(String kind) {
		opensMailed(kind, 1);
	}

	/** Opens the link of a kind that came as the first, the second …: waits for it if it has not come yet. */
	void opensMailed(String kind, int number) {
		page.navigate(await(kind).atMost(PATIENCE).until(() -> mailed(kind), links -> links.size() >= number)
			.get(number - 1));
	}

	/** The different links of a kind in the mails so far, in the order of their arrival. */
	List<String> mailed(String kind) {
		return mails().stream()
			.flatMap(mail -> mail.links().stream())
			.filter(Pattern.compile("https?://[^/]+/" + kind + "/[^/]+").asMatchPredicate())
			.distinct()
			.toList();
	}

	List<CaughtMail> mails() {
		return platform.mails().to(address());
	}

	/** Presses the only button of the page that sends something. */
	void confirms() {
		page.locator("main form button[type=submit]").click();
		page.waitForLoadState();
	}

	Locator field(String field) {
		return page.locator("main [name='" + field + "']");
	}

	void presses(String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
		page.waitForLoadState();
	}

	/** Looks at the own status page until it says so. */
	void reads(String sentence) {
		opensMailed("status");
		await().atMost(PATIENCE).until(() -> {
			page.reload();
			return page.locator("main").innerText().contains(sentence);
		});
		assertThat(page.locator("h1")).containsText(name);
	}

	/** What the own status page calls the application. */
	String code() {
		if (code.isEmpty()) {
			opensMailed("status");
			code = readCode();
		}
		return code;
	}

	private String readCode() {
		return Optional.of(page.locator("main").innerText())
			.map(Pattern.compile("\\b[A-Z0-9]{4}-[A-Z0-9]{2}\\b")::matcher)
			.filter(java.util.regex.Matcher::find)
			.map(java.util.regex.Matcher::group)
			.orElseThrow();
	}
}
