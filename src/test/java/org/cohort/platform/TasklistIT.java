package org.cohort.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A task of a group, in the browser: its people see it and do it, others do not see it. */
class TasklistIT {

	private static LocalPlatform platform;

	private static Browser browser;

	@BeforeAll
	static void start() {
		platform = LocalPlatform.shared();
		browser = Browser.open();
	}

	@AfterAll
	static void stop() {
		browser.close();
	}

	@Test
	void aReviewerClaimsAndCompletesAGroupsTaskAndACoordinatorDoesNotSeeIt() {
		String name = "Look at the group's task";
		try (var engine = platform.engine()) {
			engine.newDeployResourceCommand()
				.addResourceFromClasspath("platform/group-task.bpmn")
				.send()
				.join();
			var result = engine.newCreateInstanceCommand()
				.bpmnProcessId("group-task")
				.latestVersion()
				.withResult()
				.requestTimeout(Duration.ofMinutes(3))
				.send();

			Page anna = signedIn("anna.reviewer");
			assertThat(task(anna, name)).isVisible(patiently());
			Browser.screenshot(anna, "tasklist-reviewer");
			Page olga = signedIn("olga.coordinator");
			assertThat(olga.getByText("No tasks found")).isVisible(patiently());
			assertThat(task(olga, name)).not().isVisible();
			Browser.screenshot(olga, "tasklist-coordinator");

			task(anna, name).click();
			button(anna, "Assign to me").click();
			button(anna, "Complete Task").click();
			assertThat(result.toCompletableFuture().join().getBpmnProcessId()).isEqualTo("group-task");
			Browser.screenshot(anna, "tasklist-completed");
		}
	}

	/** Tasklist would try a record with such a time for ever, and show no further task. */
	@Test
	void noRecordOfTheEngineIsKeptWithTheTimeOfAWholeSecond() {
		try (var engine = platform.engine()) {
			engine.newDeployResourceCommand().addResourceFromClasspath("platform/group-task.bpmn").send().join();
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> everyIndexUses("off-the-second"));
		search("PUT", "/whole-second/_doc/1?pipeline=off-the-second", "{\"timestamp\":1795642207000}");
		search("PUT", "/whole-second/_doc/2?pipeline=off-the-second", "{\"timestamp\":1795642207042}");
		assertThat(search("GET", "/whole-second/_doc/1", "").at("/_source/timestamp").asLong()).isEqualTo(1795642207001L);
		assertThat(search("GET", "/whole-second/_doc/2", "").at("/_source/timestamp").asLong()).isEqualTo(1795642207042L);
	}

	private static boolean everyIndexUses(String pipeline) {
		JsonNode indices = search("GET", "/zeebe-record_*/_settings", "");
		return !indices.isEmpty() && indices.valueStream()
			.allMatch(index -> index.at("/settings/index/default_pipeline").asString("").equals(pipeline));
	}

	private static JsonNode search(String method, String path, String body) {
		return JsonMapper.shared()
			.readTree(HttpProbe.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.ports().search() + path))
				.header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(body))
				.build()).body());
	}

	private static Page signedIn(String username) {
		Page page = browser.newPerson();
		page.navigate(platform.tasklistUrl() + "/tasklist");
		Browser.signIn(page, username, platform.password());
		page.waitForURL(url -> url.startsWith(platform.tasklistUrl().toString()));
		return page;
	}

	private static Locator task(Page page, String name) {
		return page.getByText(name).first();
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
	}

	private static LocatorAssertions.IsVisibleOptions patiently() {
		return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
	}
}
