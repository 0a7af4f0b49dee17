package org.cohort.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
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
 * fault of ours, and what others have sent stays as it is. {@code -Dcohort.fuzz.seed} and {@code -Dcohort.fuzz.requests}
 * try others; the counts are in {@code target/fuzz.md}.
 */
@ApplicationTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "cohort.engine.enabled=false", "cohort.mail.sending=false", "cohort.outbox.rounds=false",
				"cohort.links.key=a-key-for-tests-only-0123456789abcdef", "spring.mail.port=1", "cohort.rate-limit.enabled=true" })
@DirtiesContext
class FuzzTests {

	private static final String MARK = "<script>alert(1)</script>";

	private static final List<String> NASTY = List.of("", " ", MARK, "\"><img src=x onerror=alert(1)>", "' or 1=1 --", "${7*7}",
			"#{7*7}", "*{T(java.lang.Runtime)}", "__${7*7}__::.x", "../../etc/passwd", "\u0000", "a\u0000b", "\uFFFE", "\u202Eevil", "😀",
			"-1", "0", "1e309", "NaN", "99999999999999999999", "2026-02-30", "0000-00-00", "P1D", "true", "null", "[]", "{}", "yes",
			UUID.randomUUID().toString(), "x".repeat(5_000), "é".repeat(50_000), "a@b", "a@b.c\r\nBcc: x@y.z", "=cmd|' /C calc'!A0");

	/** What no answer may hold: scripts as they were sent, and the inside of ours. */
	private static final List<String> FAULTS = List.of(MARK, "onerror=alert(1)>", "\tat org.", "Exception");

	private static final List<String> BROKEN_ESCAPES = List.of("%", "%zz", "%ff%fe", "%00", "%c0%af", "%ed%a0%80", "%25%32%35");

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

	final Map<String, Set<String>> fields = new HashMap<>();

	final List<String> bad = new ArrayList<>();

	String cookie;

	String csrf;

	/** One request. */
	record Sent(String method, String target, List<String> headers, byte[] body) {

		@Override
		public String toString() {
			String text = new String(body, StandardCharsets.ISO_8859_1);
			return method + " " + target + " " + headers + "\n" + text.substring(0, Math.min(2_000, text.length()));
		}
	}

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
			var requests = requests().generator(1_000);
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
	void tenThousandRequestsFromOneAddressDisturbNobodyElse() throws IOException {
		RawHttp http = new RawHttp(port);
		Map<Integer, Integer> counts = new TreeMap<>();
		for (int i = 0; i < 10_000; i++) {
			// Whatever stands further left was written by whoever sent it.
			RawHttp.Answer answer = http.send("GET", "/apply/" + round.slug(), i + ".1.1.1, 203.0.113.9", List.of(), new byte[0]);
			counts.merge(answer.status(), 1, Integer::sum);
			if (i % 1_000 == 999) {
				assertThat(http.send("GET", "/apply/" + round.slug(), "198.51.100." + i / 1_000, List.of(), new byte[0]).status())
						.isEqualTo(200);
			}
		}
		assertThat(counts).containsOnlyKeys(200, 429);
		assertThat(counts.get(429)).as("refused").isGreaterThan(counts.get(200));
	}

	/** Returns the status. */
	private String check(Sent sent, String from) {
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

	private Arbitrary<Sent> requests() {
		Arbitrary<String> addresses = Arbitraries.of(addresses());
		return addresses.flatMap(address -> target(address.substring(address.indexOf(' ') + 1)).flatMap(target -> {
			if (address.startsWith("GET ")) {
				return text().map(value -> new Sent("GET", target + (value.length() % 3 == 0 ? "?x=" + value : ""), List.of("Accept-Language: he"),
						new byte[0]));
			}
			return body(address).map(body -> new Sent("POST", target, List.of("Cookie: " + cookie, "Content-Type: " + body.type()),
					body.content()));
		}));
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

	/** The address with right, wrong and impossible values in it, escaped well or badly. */
	private Arbitrary<String> target(String pattern) {
		List<String> right = tokens.entrySet().stream()
				.filter(entry -> pattern.startsWith(pathOf(entry.getKey()))).flatMap(entry -> entry.getValue().stream()).toList();
		List<String> others = tokens.values().stream().flatMap(List::stream).toList();
		Arbitrary<String> token = Arbitraries.frequencyOf(
				Tuple.of(6, Arbitraries.of(right.isEmpty() ? others : right)),
				Tuple.of(1, Arbitraries.of(others)),
				Tuple.of(1, Arbitraries.of(others).map(one -> one.substring(0, one.length() / 2))),
				Tuple.of(1, text()));
		Arbitrary<String> slug = Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.just(round.slug())),
				Tuple.of(1, text()));
		return Combinators.combine(token, slug, Arbitraries.of("1", "0", "-1", "999999999999", "x"))
				.as((t, s, n) -> pattern.replaceAll("\\{token[^}]*}", quoted(t)).replaceAll("\\{slug[^}]*}", quoted(s))
						.replaceAll("\\{[^}]*}", n));
	}

	private static String quoted(String text) {
		return Matcher.quoteReplacement(text);
	}

	private String pathOf(String purpose) {
		return switch (LinkPurpose.valueOf(purpose)) {
			case DRAFT -> "/apply/{slug}/draft";
			case SELF_IDENTIFICATION -> "/about-you";
			case REPORT -> "/reports";
			default -> "/" + purpose.toLowerCase(Locale.ROOT).replace('_', '-');
		};
	}

	/** A body and what it claims to be. */
	private record Body(String type, byte[] content) {
	}

	private Arbitrary<Body> body(String address) {
		Arbitrary<String> name = Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(fieldsOf(address))),
				Tuple.of(1, text()));
		Arbitrary<String> form = Combinators.combine(name, text()).as((key, value) -> key + "=" + value).list().ofMaxSize(20)
				.map(pairs -> "_csrf=" + escaped(csrf) + "&" + String.join("&", pairs));
		String json = "{\"name\": [[[";
		return Arbitraries.frequencyOf(
				Tuple.of(20, form.map(text -> new Body("application/x-www-form-urlencoded", bytes(text)))),
				Tuple.of(2, form.map(text -> new Body("multipart/form-data; boundary=b", bytes("--b\r\n" + text)))),
				Tuple.of(2, form.map(text -> new Body("multipart/form-data", bytes(text)))),
				Tuple.of(2, form.map(text -> new Body("application/x-www-form-urlencoded; charset=nonsense", bytes(text)))),
				Tuple.of(1, Arbitraries.just(new Body("application/json", bytes(json)))),
				Tuple.of(1, form.map(text -> new Body("application/x-www-form-urlencoded",
						bytes(text + "&q.motivation=" + "x".repeat(3_000_000))))));
	}

	/** Names that the pages' forms send, and some that they do not. */
	private List<String> fieldsOf(String address) {
		return fields.computeIfAbsent(address, key -> {
			Set<String> names = new TreeSet<>(Set.of("form", "name", "email", "action", "reason", "confirm", "answer", "version", "turn"));
			round.settings().questions().forEach(question -> names.add("q." + question.key()));
			round.settings().selfIdentification().forEach(attribute -> names.add(attribute.key()));
			IntStream.range(0, 3).forEach(i -> names.addAll(List.of("changes[" + i + "].link", "hours", "mood", "criteria[" + i + "]")));
			return names;
		}).stream().map(FuzzTests::escaped).toList();
	}

	private static Arbitrary<String> text() {
		return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(NASTY).map(FuzzTests::escaped)),
				Tuple.of(2, Arbitraries.strings().ofMaxLength(200).map(FuzzTests::escaped)),
				Tuple.of(1, Arbitraries.of(BROKEN_ESCAPES)));
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

	private static String escaped(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
