package org.cohort.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cohort and Tasklist share one login. */
class SignInIT {

	private static LocalPlatform platform;

	@BeforeAll
	static void start() {
		platform = LocalPlatform.shared();
		platform.cohort().start();
	}

	@Test
	void whoSignedInToCohortIsSignedInToTasklist() {
		try (var browser = Browser.open()) {
			var page = browser.newPerson();
			page.navigate(platform.publicUrl() + "/staff");
			Browser.screenshot(page, "keycloak-login");
			Browser.signIn(page, "anna.reviewer", platform.password());
			page.waitForURL(platform.publicUrl() + "/staff**");
			assertThat(page.locator("body")).containsText(Pattern.compile("anna", Pattern.CASE_INSENSITIVE));
			Browser.screenshot(page, "staff-home");

			page.navigate(platform.tasklistUrl() + "/tasklist");

			assertThat(page.getByText("All open tasks")).isVisible();
			page.navigate(platform.publicUrl() + "/staff");
			assertThat(page.url()).as("Tasklist's cookie leaves Cohort's session alone")
				.startsWith(platform.publicUrl() + "/staff");
		}
	}

	@Test
	void whoSignsOutOfCohortIsSignedOutOfKeycloakToo() {
		try (var browser = Browser.open()) {
			var page = browser.newPerson();
			page.navigate(platform.publicUrl() + "/staff");
			assertThat(page.url()).as("the login is bound to this browser").contains("code_challenge_method=S256");
			Browser.signIn(page, "olga.coordinator", platform.password());
			page.waitForURL(platform.publicUrl() + "/staff**");

			page.locator("header form button[type=submit]").click();
			page.waitForURL(platform.publicUrl() + "/signed-out");

			page.navigate(platform.publicUrl() + "/staff");
			page.waitForURL(url -> url.startsWith(platform.realmUrl().toString()));
			assertThat(page.locator("#password")).isVisible();
		}
	}

	@Test
	void cohortComesBackAfterItWasKilled() {
		long before = platform.cohort().pid();

		platform.cohort().kill();
		assertThat(platform.cohort().isRunning()).isFalse();
		platform.cohort().start();

		assertThat(platform.cohort().pid()).isNotEqualTo(before);
		assertThat(HttpProbe.answers(platform.publicUrl().toString())).isTrue();
	}
}
