package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.cohort.application.Applications;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Attribute;
import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.cohort.programme.Round;
import org.cohort.review.Review.Judgement;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.TestDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Plants a name, an address, a handle and every demographic value wherever somebody can leave them, and reads all that
 * a reviewer can reach: every address that the application has, taken from the handlers themselves so that new ones are
 * walked too, with every id that there is; and every mail to reviewers. Variables of the process are read by
 * {@code ChoosingWorkersTests}, those of a whole lifecycle by {@code LifecycleIT}.
 */
@ApplicationTest
class NothingLeaksTests {

	private static final String NAME = "Zebedia Quux-Marker";

	private static final String EMAIL = "zebedia.marker@planted.example";

	private static final String HANDLE = "@zebmarker";

	@Autowired
	MockMvc mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mapping;

	@Autowired
	Reviews reviews;

	@Autowired
	Reviewing reviewing;

	@Autowired
	ReviewDay day;

	@Autowired
	Applications applications;

	@Autowired
	Mails mails;

	@Autowired
	TestDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	private final Set<String> planted = new LinkedHashSet<>(List.of("Zebedia", "Quux", "zebmarker", "planted.example"));

	private final Set<String> values = new LinkedHashSet<>();

	private Round round;

	private UUID application;

	private Assignment mine;

	private Assignment other;

	@BeforeEach
	void everythingIsPlanted() throws Exception {
		directory.put("reviewers", "mine.reviewer", "other.marked");
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRoundOf(5, NothingLeaksTests::marked);
		Applicants.Applicant applicant = applicants.in(round).named(NAME, EMAIL);
		for (Question question : round.settings().questions()) {
			if (List.of(Question.Type.SHORT, Question.Type.LONG, Question.Type.LINK).contains(question.type())) {
				// What reviewers read is blacked out below; of what they do not read nothing may be seen at all.
				applicant.answer(question.key(), question.inDossier()
						? "I am " + NAME + ", write to " + EMAIL.toUpperCase() + " or " + HANDLE + ". Decisions are made in the open."
						: "https://planted.example/" + question.key());
			}
		}
		applicant.answer("country", "MG").answer("time-zone", "Indian/Antananarivo");
		planted.addAll(List.of("Madagascar", "Antananarivo"));
		for (Attribute attribute : round.settings().selfIdentification()) {
			attribute.values().forEach(value -> values.add("MARKED " + value.key()));
			applicant.says(attribute.key(), attribute.values().getLast().key());
		}
		planted.addAll(values);
		application = applicant.store();
		mvc.perform(post("/staff/applications/" + application + "/redaction").param("passage", EMAIL)
				.param("found", NAME, HANDLE)
			.with(user("olga.coordinator").roles("coordinators")).with(csrf()));
		Assignment first = reviews.assign(application, 1).orElseThrow();
		Assignment second = reviews.assign(application, 2).orElseThrow();
		mine = first.reviewer().equals("mine.reviewer") ? first : second;
		other = mine == first ? second : first;
		send(other, "MARKED comment of another");
		planted.addAll(List.of("MARKED comment", "other.marked", "Other Marked"));
	}

	@AfterEach
	void everybodyIsBack() {
		directory.reset();
		clock.reset();
	}

	@Test
	void noAddressShowsAReviewerWhoSomebodyIs() throws Exception {
		List<String> reached = new ArrayList<>();
		walk(RequestMethod.GET, reached);
		for (String path : List.of(mine.path(), mine.path() + "/conflict")) {
			assertThat(mvc.perform(post(path).param("action", "send").with(me()).with(csrf())).andReturn().getResponse()
				.getContentAsString()).contains("open").doesNotContainIgnoringCase(marks(path));
		}
		send(mine, "My own");
		walk(RequestMethod.GET, reached);
		walk(RequestMethod.POST, reached);
		assertThat(reached).contains("GET " + mine.path(), "GET /staff/reviews", "POST " + mine.path())
			.noneMatch(address -> address.contains("/redaction") || address.contains("/scores")
					|| address.contains(other.path()));
	}

	@Test
	void noMailTellsAReviewerWhoSomebodyIs() {
		for (String template : List.of("review-assigned", "review-reminder")) {
			mails.post(new MailOrder(template, template + ":" + mine.reviewId(), "reviewer", mine.reviewId(),
					Map.of("reviewBy", mine.dueAt().toString())));
		}
		var now = clock.instant().atZone(round.settings().timeZone());
		clock.forward(Duration.between(now, now.plusDays(1).withHour(10)));
		day.work();
		List<String> texts = jdbc.sql("""
				select subject_line || body_text || body_html from mail where recipient = 'mine.reviewer@staff.example'
				""").query(String.class).list();
		assertThat(texts).hasSizeGreaterThanOrEqualTo(3).allSatisfy(text -> assertThat(text)
				.doesNotContainIgnoringCase(marks("")));
	}

	/** Asks every address with every id that there is; what answers with a page is read. */
	private void walk(RequestMethod method, List<String> reached) throws Exception {
		for (var info : mapping.getHandlerMethods().keySet()) {
			Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
			if (!methods.isEmpty() && !methods.contains(method)) {
				continue;
			}
			for (String pattern : info.getPatternValues()) {
				for (String path : filled(pattern)) {
					MockHttpServletResponse answer = mvc.perform(request(HttpMethod.valueOf(method.name()), URI.create(path))
						.with(me()).with(csrf())).andReturn().getResponse();
					String all = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8) + headers(answer);
					assertThat(all).as("%s %s", method, path).doesNotContainIgnoringCase(marks(path));
					assertThat(answer.getStatus()).as("%s %s", method, path).isLessThan(500);
					if (answer.getStatus() != 401 && answer.getStatus() != 403 && answer.getStatus() != 404) {
						reached.add(method + " " + path);
					}
				}
			}
		}
	}

	private List<String> filled(String pattern) {
		List<String> paths = List.of(pattern);
		Pattern variable = Pattern.compile("\\{([a-zA-Z]+)(:[^}]*)?}");
		while (paths.stream().anyMatch(path -> path.contains("{"))) {
			paths = paths.stream().flatMap(path -> {
				var found = variable.matcher(path);
				assertThat(found.find()).as(path).isTrue();
				return known(found.group(1)).stream().map(value -> path.substring(0, found.start()) + value
						+ path.substring(found.end()));
			}).toList();
		}
		return paths;
	}

	private List<String> known(String variable) {
		return switch (variable) {
			case "token" -> List.of("not-a-token");
			case "slug" -> List.of(round.slug());
			case "code" -> List.of(applications.get(application).code());
			case "question", "key" -> List.of("motivation", "profile");
			case "n", "number", "week", "turn" -> List.of("1");
			default -> List.of(application.toString(), round.id().toString(), round.programmeId().toString(),
					mine.reviewId().toString(), other.reviewId().toString());
		};
	}

	/**
	 * Two open pages name what anybody may choose, whoever applied: that on how a round chooses its aims, and the empty
	 * form all countries and time zones.
	 */
	private String[] marks(String path) {
		Set<String> offered = path.equals("/selection/" + round.slug()) ? values
				: path.startsWith("/apply/" + round.slug()) ? Set.of("Madagascar", "Antananarivo") : Set.of();
		return planted.stream().filter(mark -> !offered.contains(mark)).toArray(String[]::new);
	}

	private static String headers(MockHttpServletResponse answer) {
		StringBuilder all = new StringBuilder();
		answer.getHeaderNames().forEach(name -> all.append('\n').append(name).append(": ").append(answer.getHeaders(name)));
		return all.toString();
	}

	private void send(Assignment assignment, String comment) {
		Map<String, Integer> points = new HashMap<>();
		round.settings().rubric().forEach(criterion -> points.put(criterion.key(), 3));
		reviewing.submit(assignment.reviewId(), assignment.reviewer(), new Judgement(points, 2, comment, comment));
	}

	/** Every demographic value gets words that stand nowhere else. */
	private static String marked(String yaml) {
		int from = yaml.indexOf("self-identification:");
		return yaml.substring(0, from)
				+ yaml.substring(from).replaceAll("\\{ key: \"?([a-z0-9-]+)\"?, label: [^}]*}",
						"{ key: \"$1\", label: \"MARKED $1\" }");
	}

	private static RequestPostProcessor me() {
		return user("mine.reviewer").roles("reviewers");
	}
}
