package org.cohort.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.cohort.links.LinkPurpose;
import org.cohort.programme.Round;

/** Makes up requests to public addresses, most of them such as nobody should send. */
final class NastyRequests {

	static final String MARK = "<script>alert(1)</script>";

	private static final List<String> NASTY = List.of("", " ", MARK, "\"><img src=x onerror=alert(1)>", "' or 1=1 --",
			"${7*7}",
			"#{7*7}", "*{T(java.lang.Runtime)}", "__${7*7}__::.x", "../../etc/passwd", "\u0000", "a\u0000b", "\uFFFE",
			"\u202Eevil", "😀",
			"-1", "0", "1e309", "NaN", "99999999999999999999", "2026-02-30", "0000-00-00", "P1D", "true", "null", "[]", "{}",
			"yes",
			UUID.randomUUID().toString(), "x".repeat(5_000), "é".repeat(50_000), "a@b", "a@b.c\r\nBcc: x@y.z",
			"=cmd|' /C calc'!A0");

	private static final List<String> BROKEN_ESCAPES = List.of("%", "%zz", "%ff%fe", "%00", "%c0%af", "%ed%a0%80",
			"%25%32%35");

	private final Round round;

	private final Map<String, List<String>> tokens;

	private final String cookie;

	private final String csrf;

	private final List<String> fields;

	/** @param tokens genuine ones by the purpose of the link: for people at every stage, for nobody, and an expired one */
	NastyRequests(Round round, Map<String, List<String>> tokens, String cookie, String csrf) {
		this.round = round;
		this.tokens = tokens;
		this.cookie = cookie;
		this.csrf = csrf;
		this.fields = fields(round);
	}

	/** One request. */
	record Request(String method, String target, List<String> headers, byte[] body) {

		@Override
		public String toString() {
			String text = new String(body, StandardCharsets.ISO_8859_1);
			return method + " " + target + " " + headers + "\n" + text.substring(0, Math.min(2_000, text.length()));
		}
	}

	Arbitrary<Request> to(List<String> all) {
		Arbitrary<String> addresses = Arbitraries.of(all);
		return addresses.flatMap(address -> target(address.substring(address.indexOf(' ') + 1)).flatMap(target -> {
			if (address.startsWith("GET ")) {
				return text().map(value -> new Request("GET", target + (value.length() % 3 == 0 ? "?x=" + value : ""),
						List.of("Accept-Language: he"), new byte[0]));
			}
			return body().map(body -> new Request("POST", target, List.of("Cookie: " + cookie, "Content-Type: " + body.type()),
					body.content()));
		}));
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

	private Arbitrary<Body> body() {
		Arbitrary<String> name = Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(fields)),
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
	private static List<String> fields(Round round) {
		Set<String> names = new TreeSet<>(Set.of("form", "name", "email", "action", "reason", "confirm", "answer", "version",
				"turn"));
		round.settings().questions().forEach(question -> names.add("q." + question.key()));
		round.settings().selfIdentification().forEach(attribute -> names.add(attribute.key()));
		IntStream.range(0, 3).forEach(i -> names.addAll(List.of("changes[" + i + "].link", "hours", "mood", "criteria[" + i
				+ "]")));
		return names.stream().map(NastyRequests::escaped).toList();
	}

	private static Arbitrary<String> text() {
		return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(NASTY).map(NastyRequests::escaped)),
				Tuple.of(2, Arbitraries.strings().ofMaxLength(200).map(NastyRequests::escaped)),
				Tuple.of(1, Arbitraries.of(BROKEN_ESCAPES)));
	}

	private static String escaped(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
