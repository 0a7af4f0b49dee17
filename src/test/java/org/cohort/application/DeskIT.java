package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cohort.platform.Browser;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.Applicants;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** The coordinators' desk in a real browser, which refuses whatever our content policy refuses. */
@ApplicationTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "cohort.engine.enabled=false",
		"cohort.mail.sending=false", "cohort.outbox.rounds=false", "cohort.rate-limit.enabled=false",
		"cohort.links.key=a-key-for-tests-only-0123456789abcdef", "spring.mail.port=1" })
@Import(DeskIT.Signed.class)
class DeskIT {

	/** How many people the pictures show; a hundred thousand to look at, thirty to test. */
	private static final int PEOPLE = Integer.getInteger("cohort.desk.people", 30);

	private static Browser browser;

	@LocalServerPort
	int port;

	@Autowired
	Programmes programmes;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	private final List<String> complaints = new ArrayList<>();

	private Round round;

	private UUID one;

	@BeforeAll
	static void openTheBrowser() {
		browser = Browser.open();
	}

	@AfterAll
	static void closeTheBrowser() {
		browser.close();
	}

	@BeforeEach
	void fillARound() {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.openRound(5);
		ManyApplicationsTests.fill(jdbc, round, PEOPLE);
		jdbc.sql("""
				insert into review (id, application_id, round_id, slot, reviewer, state, assigned_at, remind_at, due_at, settled_at,
					value)
				select gen_random_uuid(), a.id, a.round_id, 1,
					(array['anna.reviewer', 'ben.reviewer', 'chidi.reviewer'])[1 + n % 3],
					case when n % 3 = 0 then 'assigned' else 'scored' end, now() - interval '9 days',
					now() + (n % 9 - 5) * interval '1 day', now() + (n % 9 - 4) * interval '1 day',
					case when n % 3 > 0 then now() + (n % 8 - 7) * interval '1 day' end, case when n % 3 > 0 then 70 end
				from (select id, round_id, row_number() over () as n from application where round_id = ? limit 60) a
				""").param(round.id()).update();
		one = applicants.in(round).named("Élodie Tremblay", "elodie@example.org").at(Stage.IN_POOL).scored(81).store();
	}

	@Test
	void theListFollowsWhatIsTypedAndTheAddressSaysNoName() {
		for (Page page : List.of(browser.newPerson(), browser.newPersonOnAPhone())) {
			go(page, "/staff/applications?round=" + round.slug());
			String size = page.viewportSize().width + "-" + PEOPLE;
			Browser.screenshot(page, "desk-list-" + size);
			page.locator("#q").pressSequentially("elodie trem");
			await().untilAsserted(() -> assertThat(page.locator("table.people tbody tr").count()).isOne());
			assertThat(page.locator("#count").innerText()).contains("1 application");
			assertThat(page.url()).contains("search=").doesNotContain("elodie");
			Browser.screenshot(page, "desk-search-" + size);
			page.reload();
			assertThat(page.locator("#q").inputValue()).isEqualTo("elodie trem");
			page.locator("table.people tbody tr input[type=checkbox]").check();
			page.locator("fieldset.bulk button").click();
			assertThat(page.locator("main").innerText()).contains("Yes, for 1 application");
			Browser.screenshot(page, "desk-action-" + size);
			page.locator("main form button").click();
			assertThat(page.locator("main").innerText()).contains("0 of 1");
			Browser.screenshot(page, "desk-action-done-" + size);
			page.context().close();
		}
		assertThat(complaints).isEmpty();
	}

	@Test
	void withoutScriptsTheListIsSearchedByAButton() {
		Page page = browser.newPersonWithoutScripts();
		go(page, "/staff/applications?round=" + round.slug());
		page.locator("#q").fill("elodie");
		page.locator("form.filter button").click();
		assertThat(page.locator("table.people tbody tr").count()).isOne();
		assertThat(page.url()).doesNotContain("elodie");
		page.context().close();
	}

	@Test
	void theDiagramIsMarkedAndCanBeMovedUnderOurContentPolicy() {
		for (Page page : List.of(browser.newPerson(), browser.newPersonOnAPhone())) {
			go(page, "/staff/applications/" + one);
			assertThat(page.locator("svg.diagram .now").count()).isOne();
			assertThat(page.locator("svg.diagram").first().evaluate("svg => svg.getBoundingClientRect().width > 2000"))
					.as("it is as large as it was drawn").isEqualTo(true);
			Browser.screenshot(page, "desk-application-" + page.viewportSize().width);
			page.locator("[data-open-diagram]").first().click();
			await().untilAsserted(() -> assertThat(page.locator(".diagram-viewer .now .djs-visual").count()).as("%s", complaints)
					.isOne());
			assertThat(page.locator(".diagram-viewer .now").getAttribute("data-element-id")).isEqualTo("await-decision");
			page.locator(".process").first().screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
					.setPath(java.nio.file.Path.of("target/screenshots/desk-viewer-" + page.viewportSize().width + ".png")));
			go(page, "/staff/rounds/" + round.id() + "/dashboard");
			Browser.screenshot(page, "desk-dashboard-" + page.viewportSize().width);
			page.context().close();
		}
	}

	private void go(Page page, String address) {
		page.onConsoleMessage(message -> {
			// an empty style is Playwright's own, while it takes a picture
			if (message.type().equals("error") && !message.text()
					.contains("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")) {
				complaints.add(message.text());
			}
		});
		page.onPageError(complaints::add);
		page.navigate("http://127.0.0.1:" + port + address,
				new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
	}

	/** Everybody who opens a page here is Olga, a coordinator. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Signed {

		@Bean
		FilterRegistrationBean<OncePerRequestFilter> signedIn() {
			FilterRegistrationBean<OncePerRequestFilter> before = new FilterRegistrationBean<>(new OncePerRequestFilter() {

				@Override
				protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
						throws ServletException, IOException {
					if (request.getRequestURI().startsWith("/staff")) {
						request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
								new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("olga.coordinator", "",
										AuthorityUtils.createAuthorityList("ROLE_coordinators", "ROLE_administrators"))));
					}
					chain.doFilter(request, response);
				}
			});
			before.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return before;
		}
	}
}
