package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.Applicants;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class StaffListTests {

	private static final UserRequestPostProcessor COORDINATOR = user("olga").roles("coordinators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Standings standings;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	final MockHttpSession session = new MockHttpSession();

	Applicants applicants;

	Round round;

	@BeforeEach
	void openARound() {
		applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.openRound(5);
	}

	@Test
	void whatWaitsForACoordinatorIsFoundAtOnce() {
		UUID once = applicants.in(round).named("Once", "once@example.org").at(Stage.IN_POOL).store();
		UUID twice = applicants.in(round).named("Twice", "twice@example.org").at(Stage.IN_POOL).store();
		UUID gone = applicants.in(round).named("Gone", "gone@example.org").at(Stage.WITHDRAWN).store();
		UUID asked = applicants.in(round).named("Asked", "asked@example.org").store();
		UUID late = applicants.in(round).named("Late", "late@example.org").store();
		applicants.in(round).named("Unasked", "unasked@example.org").store();
		applicants.in(round).named("Borderline", "borderline@example.org").at(Stage.BORDERLINE).store();
		applicants.in(round).named("Appeal", "appeal@example.org").at(Stage.APPEALED).store();
		transaction.executeWithoutResult(status -> {
			standings.reviews(asked, 2, 0, clock.instant().plus(Duration.ofDays(1)));
			standings.reviews(late, 1, 1, clock.instant().minus(Duration.ofHours(1)));
		});
		pair(once, twice);
		pair(once, gone);
		assertThat(found(list("missing=DUPLICATE"))).containsExactlyInAnyOrder("Once", "Twice");
		assertThat(found(list("missing=COORDINATOR"))).containsExactlyInAnyOrder("Once", "Twice", "Late", "Unasked",
				"Borderline", "Appeal");
		jdbc.sql("update application_pair set decision = 'DIFFERENT', decided_by = 'olga', decided_at = now() "
				+ "where round_id = ?").param(round.id()).update();
		assertThat(found(list("missing=DUPLICATE"))).isEmpty();
	}

	private void pair(UUID one, UUID other) {
		jdbc.sql("insert into application_pair (first_id, second_id, round_id, kinds, found_at) "
				+ "values (least(:one, :other), greatest(:one, :other), :round, array['NAME'], now())")
				.param("one", one).param("other", other).param("round", round.id()).update();
	}

	@Test
	void roundsThatReadTheSameAreToldApartByTheirShortNames() {
		Round other = applicants.openRound(5);
		jdbc.sql("update round set title = 'Spring' where id in (?, ?)").param(round.id()).param(other.id()).update();
		assertThat(page(list(""))).contains("Spring · " + round.programme().name() + " (" + round.slug() + ")",
				"(" + other.slug() + ")");
	}

	@ParameterizedTest
	@CsvSource({ "amelie, Amélie Öz", "ÖZ, Amélie Öz", "öz amélie, Amélie Öz", "li, Li Wei", "zoe@, Zoë d'Arc",
			"d'arc, Zoë d'Arc", "100%, 100% Real" })
	void peopleAreFoundByPartsOfTheirNamesWithAndWithoutAccents(String words, String name) {
		applicants.in(round).named("Amélie Öz", "amo@example.org").store();
		applicants.in(round).named("Li Wei", "wei@example.org").store();
		applicants.in(round).named("Zoë d'Arc", "zoe@example.org").store();
		applicants.in(round).named("100% Real", "real@example.org").store();
		assertThat(found(search(words))).containsExactly(name);
	}

	@Test
	void aSearchForPercentSignsOrNothingThatIsThereFindsNobody() {
		applicants.in(round).named("Li Wei", "wei@example.org").store();
		for (String words : List.of("%%%", "___", "nobody", "\\", "';--")) {
			assertThat(found(search(words))).as(words).isEmpty();
		}
	}

	@Test
	void whatIsSearchedForStandsInNoAddress() {
		applicants.in(round).named("Amara Okafor", "amara@example.org").store();
		var answer = mvc.post().uri("/staff/applications/search").with(COORDINATOR).with(csrf()).session(session)
				.param("round", round.slug()).param("q", "Okafor amara@example.org").exchange();
		assertThat(answer).hasStatus(303);
		String address = answer.getResponse().getHeader("Location");
		assertThat(address).startsWith("/staff/applications?round=" + round.slug() + "&search=")
				.doesNotContainIgnoringCase("okafor")
				.doesNotContain("amara");
		assertThat(found(address)).containsExactly("Amara Okafor");
		assertThat(mvc.get().uri(address).with(COORDINATOR)).as("in somebody else's session").hasStatusOk().bodyText()
				.contains("please type it once more");
		String sortedByName = page(address + "&sort=name");
		assertThat(addresses(sortedByName)).isNotEmpty().noneMatch(link -> link.toLowerCase().contains("okafor"));
	}

	@Test
	void theListIsFilteredByWhatOtherModulesKnow() {
		UUID good = applicants.in(round).named("Good", "good@example.org").at(Stage.IN_POOL).store();
		UUID late = applicants.in(round).named("Late", "late@example.org").store();
		UUID fresh = applicants.in(round).named("Fresh", "fresh@example.org").store();
		transaction.executeWithoutResult(status -> {
			standings.screened(good, "ELIGIBLE");
			standings.scored(good, 81.5);
			standings.reviews(good, 0, 2, null);
			standings.reviews(late, 1, 1, clock.instant().minus(Duration.ofHours(1)));
			standings.screened(late, "BORDERLINE");
			standings.asked(late, true);
			standings.reviews(fresh, 2, 0, clock.instant().plus(Duration.ofDays(1)));
		});
		assertThat(found(list("stage=IN_POOL"))).containsExactly("Good");
		assertThat(found(list("outcome=ELIGIBLE"))).containsExactly("Good");
		assertThat(found(list("min=80"))).containsExactly("Good");
		assertThat(found(list("min=82"))).isEmpty();
		assertThat(found(list("max=90"))).as("without a score there is nothing to compare").containsExactly("Good");
		assertThat(found(list("missing=REVIEW"))).containsExactly("Fresh");
		assertThat(found(list("missing=REVIEW_IN_TIME"))).containsExactly("Late");
		assertThat(found(list("missing=ANSWER"))).containsExactly("Late");
		assertThat(found(list("sort=score")).getFirst()).isEqualTo("Good");
		assertThat(found(list("sort=due"))).containsExactly("Late", "Fresh", "Good");
		assertThat(found(list("sort=-name"))).containsExactly("Late", "Good", "Fresh");
		assertThat(found(list("stage=nonsense&min=x&missing=y&sort=z"))).as("what makes no sense filters nothing").hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sent", "-sent", "name", "-name", "score", "due", "waiting", "-waiting" })
	void everybodyIsOnExactlyOnePageInEveryOrderAndBackAgain(String sort) {
		int everybody = ApplicationList.PAGE * 2 + 7;
		for (int person = 0; person < everybody; person++) {
			// many are equal in everything but the id
			applicants.in(round).named("Person " + person % 3, "p" + person + "@example.org").store();
		}
		List<String> down = new ArrayList<>();
		String page = page(list("sort=" + sort));
		down.addAll(mails(page));
		while (next(page, "next") != null) {
			page = page(next(page, "next"));
			down.addAll(mails(page));
		}
		assertThat(down).hasSize(everybody).doesNotHaveDuplicates();
		List<String> up = new ArrayList<>(mails(page));
		while (next(page, "prev") != null) {
			page = page(next(page, "prev"));
			up.addAll(0, mails(page));
		}
		assertThat(up).isEqualTo(down);
		assertThat(page).contains("107</strong>");
	}

	@Test
	void theListIsSavedAsAFileInWhichNobodysNameIsAFormula() {
		applicants.in(round).named("=HYPERLINK(\"http://evil\")", "one@example.org").store();
		applicants.in(round).named("Plain, \"quoted\"", "two@example.org").at(Stage.IN_POOL).store();
		String all = page("/staff/applications/list.csv?round=" + round.slug() + "&sort=-sent");
		assertThat(all).startsWith("\ufeffcode,name,").contains("\"'=HYPERLINK(\"\"http://evil\"\")\"",
				"\"Plain, \"\"quoted\"\"\"");
		assertThat(page("/staff/applications/list.csv?round=" + round.slug() + "&stage=IN_POOL")).doesNotContain("HYPERLINK");
		assertThat(jdbc.sql("select count(*) from audit_entry where action = 'export-applications' and subject_id = ?")
				.param(round.id()).query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void oneThingIsDoneToManyAfterAQuestionAndToldForEach() {
		UUID waiting = applicants.in(round).named("Waiting", "w@example.org").at(Stage.UNCONFIRMED).store();
		jdbc.sql("update application set confirmed_at = null where id = ?").param(waiting).update();
		UUID further = applicants.in(round).named("Further", "f@example.org").at(Stage.UNDER_REVIEW).store();
		var question = mvc.post().uri("/staff/applications/actions").with(COORDINATOR).with(csrf()).session(session)
				.param("action", "remind-to-confirm").param("all", "true").param("round", round.slug());
		assertThat(question).hasStatusOk().bodyText().contains("Waiting", "Further", "Yes, for 2 applications");
		assertThat(remindersTo(waiting)).as("only asked so far").isZero();
		assertThat(remind(waiting, further)).contains("1 of 2", "The mail is on its way", "confirmed already");
		assertThat(remind(waiting)).contains("0 of 1", "today already");
		assertThat(remindersTo(waiting)).isOne();
		assertThat(jdbc.sql("select actor from audit_entry where action = 'remind-to-confirm' and subject_id = ?")
				.param(waiting).query(String.class).list()).containsExactly("olga");
	}

	@Test
	void peopleWhoAskForItAreWithdrawnByACoordinator() {
		UUID gone = applicants.in(round).named("Gone", "g@example.org").at(Stage.UNDER_REVIEW).store();
		assertThat(perform("withdraw-on-request", gone)).contains("1 of 1", "Withdrawn");
		assertThat(perform("withdraw-on-request", gone)).contains("0 of 1", "withdrawn before");
		assertThat(found(list("stage=WITHDRAWN"))).containsExactly("Gone");
	}

	@Test
	void nobodyTickedIsNobodyReminded() {
		assertThat(mvc.post().uri("/staff/applications/actions").with(COORDINATOR).with(csrf())
				.param("action", "remind-to-confirm")).hasStatusOk().bodyText().contains("Nothing was done");
	}

	private String remind(UUID... applications) {
		return perform("remind-to-confirm", applications);
	}

	private String perform(String action, UUID... applications) {
		var call = mvc.post().uri("/staff/applications/actions/do").with(COORDINATOR).with(csrf()).param("action", action)
				.param("round", round.slug());
		for (UUID application : applications) {
			call = call.param("id", application.toString());
		}
		var answer = call.exchange();
		assertThat(answer).hasStatusOk();
		return text(answer);
	}

	private int remindersTo(UUID application) {
		return jdbc.sql("select count(*) from mail where template = 'confirm-reminder' and subject_id = ?")
				.param(application).query(Integer.class).single();
	}

	private String list(String query) {
		return "/staff/applications?round=" + round.slug() + "&" + query;
	}

	private String search(String words) {
		return mvc.post().uri("/staff/applications/search").with(COORDINATOR).with(csrf()).session(session)
				.param("round", round.slug()).param("q", words).param("sort", "name").exchange().getResponse()
				.getHeader("Location");
	}

	private String page(String address) {
		var answer = mvc.get().uri(java.net.URI.create(address)).with(COORDINATOR).session(session).exchange();
		assertThat(answer).hasStatusOk();
		return text(answer);
	}

	private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	private List<String> found(String address) {
		return matches(page(address), "<td><a href=\"/staff/applications/[^\"]+\">([^<]+)</a>").stream()
				.map(name -> name.replace("&#39;", "'").replace("&amp;", "&")).toList();
	}

	private static List<String> mails(String page) {
		return matches(page, "<small class=\"muted\">([^<]+@[^<]+)</small>");
	}

	private static List<String> addresses(String page) {
		return matches(page, "(?:href|action)=\"([^\"]+)\"");
	}

	private static String next(String page, String way) {
		List<String> found = matches(page, "rel=\"" + way + "\" href=\"([^\"]+)\"");
		return found.isEmpty() ? null : found.getFirst().replace("&amp;", "&");
	}

	private static List<String> matches(String page, String pattern) {
		List<String> found = new ArrayList<>();
		Matcher matcher = Pattern.compile(pattern).matcher(page);
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}
}
