package org.cohort.process;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.camunda.client.CredentialsProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Signs in to the engine with client credentials. The client library's own provider would write its tokens to a file
 * in the home directory; this one keeps them in memory.
 */
class EngineSignIn implements CredentialsProvider {

	/** A token is renewed this long before it ends, so that it does not end on the way. */
	private static final Duration MARGIN = Duration.ofSeconds(20);

	private final EngineSettings settings;

	private final RestClient http;

	private @Nullable String token;

	private long renewNanos;

	EngineSignIn(EngineSettings settings) {
		this.settings = settings;
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
		requests.setReadTimeout(Duration.ofSeconds(10));
		this.http = RestClient.builder().requestFactory(requests).build();
	}

	@Override
	public void applyCredentials(CredentialsApplier applier) throws IOException {
		applier.put("Authorization", "Bearer " + token());
	}

	@Override
	public synchronized boolean shouldRetryRequest(StatusCode status) {
		boolean refused = status.isUnauthorized();
		if (refused) {
			token = null;
		}
		return false;
	}

	private synchronized String token() throws IOException {
		if (token != null && System.nanoTime() - renewNanos < 0) {
			return token;
		}
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		form.add("client_id", settings.clientId());
		form.add("client_secret", settings.clientSecret());
		if (settings.audience() != null) {
			form.add("audience", settings.audience());
		}
		try {
			Answer answer = http.post().uri(settings.tokenUrl()).contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.body(form).retrieve().body(Answer.class);
			token = answer.token;
			renewNanos = System.nanoTime() + Duration.ofSeconds(answer.seconds).minus(MARGIN).toNanos();
			return token;
		}
		catch (RestClientException refused) {
			throw new IOException("Cannot sign in to the engine at " + settings.tokenUrl() + ": "
					+ refused.getMostSpecificCause().getMessage(), refused);
		}
	}

	private record Answer(@JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {
	}
}
