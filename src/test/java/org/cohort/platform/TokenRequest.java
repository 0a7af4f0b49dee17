package org.cohort.platform;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the realm for tests that call an interface themselves. */
public final class TokenRequest {

	private TokenRequest() {
	}

	/** A token of a client's own service account. */
	public static String clientCredentials(LocalPlatform platform, String client, String secret) {
		return token(platform, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
	}

	private static String token(LocalPlatform platform, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		var response = HttpProbe.send(HttpRequest.newBuilder(platform.tokenUrl())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
		if (response.statusCode() != 200) {
			throw new IllegalStateException("Keycloak gave no token: " + response.body());
		}
		return JsonMapper.shared().readTree(response.body()).get("access_token").asString();
	}
}
