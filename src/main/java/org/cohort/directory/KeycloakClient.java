package org.cohort.directory;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads from Keycloak's admin interface, signed in as the service account of our client. */
@Component
class KeycloakClient {

	/** A token is renewed this long before it ends, so that it does not end on the way. */
	private static final Duration MARGIN = Duration.ofSeconds(10);

	private final DirectorySettings settings;

	private final RestClient http;

	private @Nullable String token;

	private long renewNanos;

	KeycloakClient(DirectorySettings settings) {
		this.settings = settings;
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
		requests.setReadTimeout(Duration.ofSeconds(10));
		this.http = RestClient.builder().baseUrl(settings.url().toString()).requestFactory(requests).build();
	}

	<T> T get(String path, Class<T> type, Object... values) {
		try {
			return read(path, type, values);
		}
		catch (HttpClientErrorException.Unauthorized outdated) {
			forget();
			return read(path, type, values);
		}
	}

	private <T> T read(String path, Class<T> type, Object... values) {
		T answer = http.get()
			.uri("/admin/realms/" + settings.realm() + path, values)
			.header("Authorization", "Bearer " + token())
			.retrieve()
			.body(type);
		if (answer == null) {
			throw new RestClientException("an empty answer");
		}
		return answer;
	}

	private synchronized String token() {
		if (token == null || System.nanoTime() - renewNanos >= 0) {
			MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
			form.add("grant_type", "client_credentials");
			form.add("client_id", settings.clientId());
			form.add("client_secret", settings.clientSecret());
			Answer answer = http.post()
				.uri("/realms/{realm}/protocol/openid-connect/token", settings.realm())
				.contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.body(form)
				.retrieve()
				.body(Answer.class);
			if (answer == null) {
				throw new RestClientException("an empty answer");
			}
			token = answer.token;
			renewNanos = System.nanoTime() + Duration.ofSeconds(answer.seconds).minus(MARGIN).toNanos();
		}
		return token;
	}

	private synchronized void forget() {
		token = null;
	}

	URI address() {
		return settings.url();
	}

	private record Answer(@JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {
	}
}
