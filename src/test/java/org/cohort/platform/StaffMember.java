package org.cohort.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody of the staff at a desk: one window on Tasklist, one on Cohort, and one sign-in for both. */
final class StaffMember {

	private final LocalPlatform platform;

	private final Page tasklist;

	private final Page cohort;

	/** The forms of the tasks that were looked at, by the task's address. */
	private final Map<String, String> forms = new HashMap<>();

	private StaffMember(LocalPlatform platform, Page tasklist) {
		this.platform = platform;
		this.tasklist = tasklist;
		this.cohort = tasklist.context().newPage();
	}

	/** Signs in at Tasklist, by way of Keycloak; Cohort asks no more then. */
	static StaffMember signIn(Browser browser, LocalPlatform platform, String username) {
		Page page = browser.newPerson();
		page.navigate(platform.tasklistUrl() + "/tasklist");
		Browser.signIn(page, username, platform.password());
		page.waitForURL(url -> url.startsWith(platform.tasklistUrl().toString()));
		return new StaffMember(platform, page);
	}

	/** Signs in at Cohort alone, while Tasklist is away. */
	static StaffMember inCohort(Browser browser, LocalPlatform platform, String username) {
		Page page = browser.newPerson();
		page.navigate(platform.publicUrl() + "/staff");
		Browser.signIn(page, username, platform.password());
		page.waitForURL(url -> url.startsWith(platform.publicUrl().toString()));
		return new StaffMember(platform, page);
	}

	Page tasklist() {
		return tasklist;
	}

	Page cohort() {
		return cohort;
	}

	/** Opens a page of Cohort. */
	Page visits(String path) {
		cohort.navigate(platform.publicUrl() + path);
		return cohort;
	}

	/** Waits for a task of this name whose form mentions the text, opens it and claims it. */
	void takes(String task, String mention) {
		String address = await().atMost(Applicant.PATIENCE).until(() -> find(task, mention), Optional::isPresent)
			.orElseThrow();
		tasklist.navigate(address);
		tasklistButton("Assign to me").click();
		assertThat(tasklistButton("Unassign")).isVisible();
		assertThat(link()).isVisible();
	}

	private Optional<String> find(String task, String mention) {
		tasklist.navigate(platform.tasklistUrl() + "/tasklist");
		tasklist.locator("main article a").or(tasklist.getByText("No tasks found")).first().waitFor();
		Locator cards = tasklist.locator("main article a").filter(new Locator.FilterOptions().setHasText(task));
		List<String> addresses = cards.evaluateAll("cards => cards.map(card => card.href)") instanceof List<?> hrefs
				? hrefs.stream().map(String::valueOf).map(href -> href.replaceAll("\\?.*", "")).toList() : List.of();
		return addresses.stream().filter(address -> read(address).contains(mention)).findFirst();
	}

	/** What the form of a task says; nothing if it has ended meanwhile, or Tasklist does not know its variables yet. */
	private String read(String address) {
		if (!forms.containsKey(address)) {
			tasklist.navigate(address);
			try {
				link().waitFor(new Locator.WaitForOptions().setTimeout(10_000));
			}
			catch (TimeoutError notThere) {
				return "";
			}
			forms.put(address, form().innerText());
		}
		return forms.get(address);
	}

	private Locator form() {
		return tasklist.locator(".fjs-container").first();
	}

	/** It is a link to Cohort only once Tasklist has put the task's variables into the form. */
	private Locator link() {
		return form().locator("a[href^='" + platform.publicUrl() + "']").first();
	}

	/** Follows the form's link to the page of Cohort where the work is done. */
	Page followsTheLink() {
		cohort.navigate(link().getAttribute("href"));
		return cohort;
	}

	/** Picks an answer of the form's only choice. */
	void picks(String answer) {
		form().locator("label").filter(new Locator.FilterOptions().setHasText(answer)).last().click();
	}

	/** Chooses in the form's only list. */
	void chooses(String entry) {
		form().locator(".fjs-form-field-select .fjs-input-group").click();
		form().locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(entry)).click();
	}

	/** Completes the task in Tasklist. */
	void completes() {
		var answer = tasklist.waitForResponse(
				response -> Pattern.compile("/complet(e|ion)$").matcher(response.url()).find(),
				() -> tasklistButton("Complete Task").click());
		if (!answer.ok()) {
			throw new AssertionError("Tasklist answered " + answer.status() + ": " + answer.text());
		}
	}

	private Locator tasklistButton(String name) {
		return tasklist.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	/** Presses a button of Cohort's page. */
	void presses(String button) {
		cohort.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
		cohort.waitForLoadState();
	}
}
