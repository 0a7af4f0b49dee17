package org.cohort.platform;

import java.io.ByteArrayOutputStream;
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
import org.springframework.web.util.HtmlUtils;

/** Reads Cohort's forms and sends them, without a browser. Each has its own cookies and comes from its own address. */
final class FormClient {

	private static final Pattern HIDDEN =
			Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

	private static final String BOUNDARY = "cohort-form-client";

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final URI site;

	private final String language;

	private final String from;

	/** @param number tells such people apart, for the limit of requests as well */
	FormClient(URI site, String language, int number) {
		this.site = site;
		this.language = language;
		this.from = "192.0.2." + number;
	}

	/** What the first form of a page sends along unseen. */
	Map<String, String> reads(String page) {
		var fields = new LinkedHashMap<String, String>();
		HIDDEN.matcher(send(HttpRequest.newBuilder(site.resolve(page))).body()).results()
			.forEach(hidden -> fields.putIfAbsent(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2))));
		return fields;
	}

	/** Sends a form, and returns where the answer leads. */
	String sends(String page, Map<String, String> fields) {
		String body = fields.entrySet().stream()
			.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return post(page, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
	}

	/** Sends a form with one file, a text. */
	String sends(String page, Map<String, String> fields, String field, String fileName, String text) {
		var body = new ByteArrayOutputStream();
		fields.forEach((name, value) -> part(body, "name=\"" + name + "\"\r\n\r\n" + value));
		part(body, "name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s".formatted(field, fileName, text));
		body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return post(page, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
	}

	private static void part(ByteArrayOutputStream body, String content) {
		body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + content + "\r\n")
			.getBytes(StandardCharsets.UTF_8));
	}

	private String post(String page, String type, byte[] body) {
		var answer = send(HttpRequest.newBuilder(site.resolve(page))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
		return answer.headers().firstValue("Location").orElse("answered " + answer.statusCode());
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return client.send(request.header("X-Forwarded-For", from).header("Accept-Language", language)
				.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
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
