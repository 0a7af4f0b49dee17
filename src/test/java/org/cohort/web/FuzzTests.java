package org.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.sessions.JqwikSession;
import org.cohort.application.Stage;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.Applicants;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends what nobody should send to every public address of a real server: each request gets a clear answer, none a
 * fault of ours, and what others have sent stays as it is. {@code -Dcohort.fuzz.seed} and
 * {@code -Dcohort.fuzz.requests} try others; the counts are in {@code target/fuzz.md}.
 */
@ApplicationTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "cohort.engine.enabled=false", "cohort.mail.sending=false", "cohort.outbox.rounds=false",
				"cohort.links.key=a-key-for-tests-only-0123456789abcdef", "spring.mail.port=1", "cohort.rate-limit.enabled=true",
				"cohort.rate-limit.gets-per-minute=" + FuzzTests.GETS_PER_MINUTE })
@DirtiesContext
class FuzzTests {

	static final int GETS_PER_MINUTE = 600;

	/** What no answer may hold: scripts as they were sent, and the inside of ours. */
	private static final List<String> FAULTS = List.of(NastyRequests.MARK, "onerror=alert(1)>", "\tat org.", "Exception");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mapping;

	@Autowired
	Programmes programmes;

	@Autowired
	Links links;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@LocalServerPort
	int port;

	Round round;

	UUID bystander;

	final Map<String, List<String>> tokens = new HashMap<>();

	final List<String> bad = new ArrayList<>();

	String cookie;

	String csrf;

	@BeforeEach
	void openARoundWithPeopleInIt() throws IOException {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.openRound(5);
		bystander = applicants.in(round).at(Stage.SCREENING).store();
		for (LinkPurpose purpose : LinkPurpose.values()) {
			List<String> known = new ArrayList<>();
			for (Stage stage : Stage.values()) {
				known.add(token(purpose, applicants.in(round).at(stage).store(), Duration.ofDays(3)));
			}
			known.add(token(purpose, UUID.randomUUID(), Duration.ofDays(3)));
			known.add(token(purpose, applicants.in(round).store(), Duration.ofDays(-1)));
			tokens.put(purpose.name(), known);
		}
		RawHttp.Answer form = new RawHttp(port).send("GET", "/apply/" + round.slug(), "192.0.2.1", List.of(), new byte[0]);
		assertThat(form.status()).isEqualTo(200);
		cookie = form.all("(?i)set-cookie: (XSRF-TOKEN=[^;]+)").getFirst();
		csrf = form.all("name=\"_csrf\" value=\"([^\"]+)\"").getFirst();
	}

	@Test
	void whateverIsSentGetsAClearAnswerAndNothingIsLost() throws IOException {
		long seed = Long.getLong("cohort.fuzz.seed", 42);
		int number = Integer.getInteger("cohort.fuzz.requests", 2_000);
		String before = bystanders();
		Map<String, Integer> counts = new TreeMap<>();
		JqwikSession.run(() -> {
			Random random = new Random(seed);
			var requests = new NastyRequests(round, tokens, cookie, csrf).to(addresses()).generator(1_000);
			for (int i = 0; i < number; i++) {
				counts.merge(check(requests.next(random).value(), "198.18." + i / 250 + "." + i % 250), 1, Integer::sum);
			}
		});
		assertThat(bad).isEmpty();
		assertThat(bystanders()).as("what others sent").isEqualTo(before);
		assertThat(counts.keySet()).as("good requests are among them").contains("200");
		StringBuilder table = new StringBuilder("| answer | requests |\n|---|---|\n");
		counts.forEach((status, count) -> table.append("| ").append(status).append(" | ").append(count).append(" |\n"));
		Files.writeString(Path.of("target/fuzz.md"), table);
	}

	@Test
	void tenThousandRequestsFromOneAddressDisturbNobodyElse() throws IOException, InterruptedException {
		Map<Integer, Integer> counts = new TreeMap<>();
		long begun = System.nanoTime();
		try (HttpClient http = HttpClient.newHttpClient()) {
			for (int i = 0; i < 10_000; i++) {
				// Whatever stands further left was written by whoever sent it.
				counts.merge(status(http, i % 250 + ".1.1.1, 203.0.113.9"), 1, Integer::sum);
				if (i % 1_000 == 999) {
					assertThat(status(http, "198.51.100." + i / 1_000)).isEqualTo(200);
				}
			}
		}
		long minutes = Duration.ofNanos(System.nanoTime() - begun).toMinutes() + 1;
		assertThat(counts).containsOnlyKeys(200, 429);
		assertThat(counts.get(200)).as("served").isBetween(GETS_PER_MINUTE, (int) (GETS_PER_MINUTE * (minutes + 1)));
	}

	private int status(HttpClient http, String from) throws IOException, InterruptedException {
		return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/apply/" + round.slug()))
				.header("X-Forwarded-For", from).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	/** Returns the status. */
	private String check(NastyRequests.Request sent, String from) {
		try {
			RawHttp.Answer answer = new RawHttp(port).send(sent.method(), sent.target(), from, sent.headers(), sent.body());
			if (answer.status() > 499 || FAULTS.stream().anyMatch(answer.body()::contains)) {
				bad.add(answer.status() + " to " + sent);
			}
			return answer.status() == 0 ? "connection closed" : Integer.toString(answer.status());
		}
		catch (IOException broken) {
			throw new IllegalStateException(sent.toString(), broken);
		}
	}

	private List<String> addresses() {
		List<String> all = new ArrayList<>();
		mapping.getHandlerMethods().forEach((info, handler) -> {
			if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PermitAll.class)) {
				info.getPatternValues().forEach(pattern -> all.add((info.getMethodsCondition().getMethods().isEmpty() ? "GET"
						: info.getMethodsCondition().getMethods().iterator().next().name()) + " " + pattern));
			}
		});
		all.sort(null);
		assertThat(all).hasSizeGreaterThan(20);
		return all;
	}

	private String token(LinkPurpose purpose, UUID subject, Duration lasting) {
		String detail = switch (purpose) {
			case SELF_IDENTIFICATION -> round.id().toString();
			case DRAFT -> round.slug();
			default -> "1";
		};
		URI uri = links.uri(links.issue(purpose, subject, detail, clock.instant().plus(lasting)));
		return uri.getRawPath().substring(uri.getRawPath().lastIndexOf('/') + 1);
	}

	private String bystanders() {
		return jdbc.sql("select name || email || stage || answers::text from application where id = ?").param(bystander)
				.query(String.class).single() + jdbc.sql("select count(*) from application where round_id = ? and answers <> '{}'")
				.param(round.id()).query(Integer.class).single().compareTo(10);
	}

}
