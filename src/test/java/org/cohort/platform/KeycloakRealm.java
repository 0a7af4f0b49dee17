package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the realm into Keycloak: {@code cohort-realm.json} as servers import it, and the demonstration users.
 * A changed file replaces the realm at the next start; sessions end then, nothing else is lost.
 */
final class KeycloakRealm {

	private static final Path SOURCE = Path.of("deploy/keycloak");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Keycloak keycloak;

	private final PlatformSettings settings;

	KeycloakRealm(Keycloak keycloak, PlatformSettings settings) {
		this.keycloak = keycloak;
		this.settings = settings;
	}

	void importIfChanged() {
		String realm = representation();
		Path imported = settings.folder().resolve("keycloak/imported-realm.json");
		try {
			boolean exists = HttpProbe.answers(keycloak.realm());
			if (exists && Files.exists(imported) && Files.readString(imported).equals(realm)) {
				return;
			}
			String token = adminToken();
			if (exists) {
				require(204, send("DELETE", "/admin/realms/cohort", token, ""));
			}
			require(201, send("POST", "/admin/realms", token, realm));
			Files.createDirectories(imported.getParent());
			Files.writeString(imported, realm);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	private String representation() {
		try {
			var realm = (ObjectNode) JSON.readTree(filledIn(Files.readString(SOURCE.resolve("cohort-realm.json"))));
			var people = JSON.readTree(Files.readString(SOURCE.resolve("demonstration-users.json")));
			people.get("users").forEach(realm.withArray("users")::add);
			return JSON.writeValueAsString(realm);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** Keycloak's own import reads these from the environment; here they are this platform's addresses and secrets. */
	private String filledIn(String text) {
		Map<String, String> values = Map.of("COHORT_URL", "http://localhost:" + settings.ports().application(),
				"TASKLIST_URL", "http://localhost:" + settings.ports().tasklist(), "COHORT_CLIENT_SECRET",
				LocalSecrets.COHORT_CLIENT, "COHORT_ENGINE_CLIENT_SECRET", LocalSecrets.ENGINE_CLIENT,
				"CAMUNDA_CLIENT_SECRET", LocalSecrets.CAMUNDA_CLIENT);
		return PLACEHOLDER.matcher(text).replaceAll(match -> {
			String value = values.get(match.group(1));
			if (value == null) {
				throw new IllegalStateException("cohort-realm.json asks for " + match.group() + ", which nobody sets");
			}
			return Matcher.quoteReplacement(value);
		});
	}

	private String adminToken() {
		String form = "grant_type=password&client_id=admin-cli&username=%s&password=%s".formatted(
				encoded(LocalSecrets.KEYCLOAK_ADMIN), encoded(LocalSecrets.KEYCLOAK_ADMIN_PASSWORD));
		var request = HttpRequest
			.newBuilder(URI.create(keycloak.address() + "/realms/master/protocol/openid-connect/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build();
		var response = HttpProbe.send(request);
		require(200, response);
		return JSON.readTree(response.body()).get("access_token").asString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private HttpResponse<String> send(String method, String path, String token, String body) {
		return HttpProbe.send(HttpRequest.newBuilder(URI.create(keycloak.address() + path))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	private static void require(int status, HttpResponse<String> response) {
		if (response.statusCode() != status) {
			throw new PlatformRefused("Keycloak answered %d to %s %s: %s".formatted(response.statusCode(),
					response.request().method(), response.request().uri(), response.body()));
		}
	}
}
