package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who applies without a browser, for tests in which many do so or a program dies meanwhile. */
final class HastyApplicant {

	private static final Pattern HIDDEN =
			Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final LocalPlatform platform;

	private final String name;

	private final String from;

	/** @param number tells such people apart, for the limit of requests as well */
	HastyApplicant(LocalPlatform platform, String name, int number) {
		this.platform = platform;
		this.name = name + number;
		this.from = "192.0.2." + number;
	}

	String address() {
		return name + "@" + Applicant.PLANTED + ".example";
	}

	/** Reads the form of a round, so that it can be sent at any moment. */
	Map<String, String> reads(String round) {
		var fields = new LinkedHashMap<String, String>();
		HIDDEN.matcher(send(HttpRequest.newBuilder(page(round))).body()).results()
			.forEach(hidden -> fields.put(hidden.group(1), hidden.group(2)));
		fields.putAll(Map.of("name", name + " " + Applicant.PLANTED, "email", address(), "q.country", "PT",
				"q.time-zone", "Europe/Lisbon", "q.years", "3", "q.contributions", "4", "q.experience",
				"I built " + Applicant.PLANTED, "q.hours-per-week", "12"));
		fields.putAll(Map.of("q.motivation", "I want to", "q.goals", "To learn", "q.conduct", "yes", "action", "submit"));
		return fields;
	}

	/** Sends the form, and returns where the answer leads. */
	String sends(String round, Map<String, String> fields) {
		String body = fields.entrySet().stream()
			.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		var answer = send(HttpRequest.newBuilder(page(round))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
		return answer.headers().firstValue("Location").orElse("answered " + answer.statusCode());
	}

	private URI page(String round) {
		return platform.publicUrl().resolve("/apply/" + round);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return client.send(request.header("X-Forwarded-For", from).timeout(Duration.ofSeconds(30)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}
}
