package org.cohort.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cohort.platform.Browser;
import org.cohort.programme.Round;
import org.cohort.selection.Selections;
import org.cohort.support.ApplicationTest;
import org.cohort.support.VariedPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Opens every page there is in a real browser, as a phone and as a desktop, light and dark, in English and from right
 * to left, and looks for what {@link PageCheck} names. Pictures are left in {@code target/screenshots}. A new page
 * is one line in {@link Stops}; a page that is not there fails the test.
 */
@ApplicationTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "cohort.engine.enabled=false", "cohort.mail.sending=false", "cohort.outbox.rounds=false",
				"cohort.rate-limit.enabled=false", "cohort.links.key=a-key-for-tests-only-0123456789abcdef",
				"spring.mail.port=1" })
@Import(StandInForKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class EveryPageIT {

	/** What is fetched, or is a part of a page. */
	private static final String NO_PAGE = ".*(\\.pdf|\\.csv|\\.json|/export|/html|\\.bpmn|/file|/progress"
			+ "|/files/\\{[^}]*})|/api/.*|/error";

	/** How somebody looks at a page. */
	private record Look(int width, boolean dark, String language) {

		@Override
		public String toString() {
			return "%s-%d%s".formatted(language, width, dark ? "-dark" : "");
		}
	}

	private static final List<Look> APPLICANTS = List.of(new Look(390, false, "en"), new Look(1280, true, "en"),
			new Look(390, true, "he"), new Look(1280, false, "he"));

	private static final List<Look> STAFF = List.of(new Look(390, true, "en"), new Look(1280, false, "en"));

	@Autowired
	ApplicationContext context;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mapping;

	@LocalServerPort
	int port;

	private Browser browser;

	private WalkedRounds rounds;

	private List<Stop> stops;

	@BeforeAll
	void peopleAtEveryStage() throws Exception {
		browser = Browser.open();
		rounds = new WalkedRounds(context);
		stops = new Stops(rounds).all(member(rounds.shortlist()));
	}

	@AfterAll
	void close() {
		rounds.run.clock.reset();
		browser.close();
	}

	/** All pages, or with {@code -Dcohort.pages=NAME} the ones whose picture has such a name. */
	@Test
	void everyPageCanBeReadByEverybody() throws IOException {
		var problems = new ArrayList<String>();
		var wanted = System.getProperty("cohort.pages", ".*");
		for (boolean staff : new boolean[] { false, true }) {
			for (Look look : staff ? STAFF : APPLICANTS) {
				try (Page page = browser.newPerson(look.width(), look.dark(), look.language())) {
					for (Stop stop : stops.stream().filter(one -> one.forStaff() == staff)
						.filter(one -> (one.name() + "-" + look).matches(wanted)).toList()) {
						int status = open(page, stop.path(), stop.who());
						if (status >= 400 && !stop.name().matches(".*(unknown|not-found|gone)")) {
							problems.add("%s, %s: answers %d".formatted(stop.name(), look, status));
						}
						Browser.screenshot(page, "pages/" + stop.name() + "-" + look);
						PageCheck.problems(page)
							.forEach(problem -> problems.add("%s, %s: %s".formatted(stop.name(), look, problem)));
					}
					page.context().close();
				}
			}
		}
		Files.write(Path.of("target/pages.txt"), problems);
		assertThat(problems).isEmpty();
	}

	/** With {@code -Dcohort.shortlist.people=2000} to look at; the names of the pictures say how many there are. */
	@Test
	void aShortlistFromALargePoolCanBeRead() {
		int people = Integer.getInteger("cohort.shortlist.people", 60);
		Round round = rounds.applicants.closedRound(Math.min(people / 2, 50));
		VariedPool.of(people, rounds.applicants, round);
		context.getBean(Selections.class).propose(round.id());
		String path = "/staff/rounds/" + round.id() + "/shortlist";
		var problems = new ArrayList<String>();
		for (int width : List.of(390, 1280)) {
			for (boolean dark : List.of(false, true)) {
				try (Page page = browser.newPerson(width, dark, "en")) {
					await().atMost(Duration.ofMinutes(6)).until(() -> {
						open(page, path, Stops.COMMITTEE);
						return page.locator("#approve").count() == 1;
					});
					Browser.screenshot(page, "pages/shortlist-of-%d-%d%s".formatted(people, width, dark ? "-dark" : ""));
					problems.addAll(PageCheck.problems(page));
					page.context().close();
				}
			}
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void noPageIsLeftOut() {
		Set<String> walked = stops.stream().map(Stop::pattern).collect(Collectors.toSet());
		Set<String> pages = new TreeSet<>();
		mapping.getHandlerMethods().forEach((info, handler) -> {
			var methods = info.getMethodsCondition().getMethods();
			if (handler.getBeanType().getPackageName().startsWith("org.cohort")
					&& (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
				info.getPatternValues().stream().filter(pattern -> !pattern.matches(NO_PAGE)).forEach(pages::add);
			}
		});
		assertThat(pages).as("add a line to Stops").isSubsetOf(walked);
	}

	@Test
	void mailsCanBeReadOnAPhoneInBothDirections() {
		for (String language : List.of("en", "he")) {
			try (Page page = browser.newPerson(390, language.equals("he"), language)) {
				rounds.mailsIn(language).forEach((mail, html) -> {
					page.setContent(html);
					Browser.screenshot(page, "pages/mail-%s-%s".formatted(mail, language));
					assertThat(PageCheck.violations(page)).as("%s in %s", mail, language).isEmpty();
					assertThat(PageCheck.beyond(page)).as("%s in %s is too wide", mail, language).isZero();
				});
				page.context().close();
			}
		}
	}

	/** In Hebrew, because nothing about the form may depend on the language either. */
	@Test
	void theFormIsFilledInByKeyboardAloneAndWithoutScripts() {
		Page page = browser.newPersonWithoutScripts();
		page.navigate(address("/apply/" + rounds.open.slug() + "?language=he"));
		type(page, "#name", "Dana Cohen");
		type(page, "#email", "dana@example.org");
		choose(page, "#q-country");
		choose(page, "#q-time-zone");
		type(page, "#q-years", "2");
		type(page, "#q-contributions", "0");
		type(page, "#q-experience", "I wrote down how the build works.");
		type(page, "#q-hours-per-week-total", "12");
		type(page, "#q-motivation", "To learn how decisions are made.");
		type(page, "#q-goals", "To review changes kindly.");
		reach(page, "#q-conduct");
		page.keyboard().press("Space");
		reach(page, "button[value=submit]");
		page.keyboard().press("Enter");
		page.waitForURL("**/about-you/**");
		assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
		page.context().close();
	}

	private static void choose(Page page, String field) {
		reach(page, field);
		page.keyboard().press("ArrowDown");
	}

	private static void type(Page page, String field, String words) {
		reach(page, field);
		page.keyboard().type(words);
	}

	/** Presses the tab key until the field has the focus, as somebody without a mouse does. */
	private static void reach(Page page, String field) {
		for (int presses = 0; presses < 60; presses++) {
			if (page.locator(field + ":focus").count() == 1) {
				return;
			}
			page.keyboard().press("Tab");
		}
		throw new AssertionError(field + " cannot be reached with the tab key");
	}

	private int open(Page page, String path, @Nullable String who) {
		page.context().clearCookies();
		if (who != null) {
			page.context().addCookies(List.of(new Cookie(StandInForKeycloak.COOKIE, who).setUrl(address("/"))));
		}
		return page.navigate(address(path)).status();
	}

	/** The code of somebody in the proposal, once it is computed. */
	private String member(String shortlist) {
		try (Page page = browser.newPerson(1280, false, "en")) {
			var link = page.locator("a[href*='/shortlist/applicants/']").first();
			await().until(() -> {
				open(page, shortlist, Stops.COMMITTEE);
				return link.count() > 0;
			});
			String href = link.getAttribute("href");
			page.context().close();
			return href.substring(href.lastIndexOf('/') + 1);
		}
	}

	private String address(String path) {
		return "http://localhost:" + port + path;
	}
}
