package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Cohort's configuration on the local platform. */
final class ApplicationProperties {

	private ApplicationProperties() {
	}

	/** Writes them where a Cohort that is started otherwise, from an IDE say, can read them. */
	static Path write(LocalPlatform platform) {
		var lines = of(platform).entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
		try {
			return Files.write(platform.settings().folder().resolve("cohort.properties"), lines);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	static Map<String, String> of(LocalPlatform platform) {
		var ports = platform.ports();
		String database = platform.jdbcUrl("cohort");
		var properties = new TreeMap<String, String>();
		properties.put("server.address", "127.0.0.1");
		properties.put("server.port", Integer.toString(ports.application()));
		properties.put("management.server.address", "127.0.0.1");
		properties.put("management.server.port", Integer.toString(ports.applicationManagement()));
		// Cookies do not tell ports apart, and Tasklist is on localhost as well.
		properties.put("server.servlet.session.cookie.name", "COHORT-SESSION");
		properties.put("cohort.public-url", platform.publicUrl().toString());
		properties.put("cohort.programmes.import", "classpath:programmes/demonstration.yaml,"
				+ "classpath:programmes/demonstration-writing.yaml");
		properties.put("cohort.links.key", LocalSecrets.LINKS_KEY);
		properties.put("cohort.engine.grpc-address", platform.gatewayUrl().toString());
		properties.put("cohort.engine.rest-address", platform.restUrl().toString());
		properties.put("cohort.engine.client-id", "cohort-engine");
		properties.put("cohort.engine.client-secret", LocalSecrets.ENGINE_CLIENT);
		properties.put("cohort.engine.audience", "camunda");
		properties.put("cohort.engine.token-url", platform.tokenUrl().toString());
		properties.put("cohort.engine.tasklist-url", platform.tasklistUrl().toString());
		properties.put("cohort.directory.url", platform.keycloakUrl().toString());
		properties.put("cohort.directory.realm", "cohort");
		properties.put("cohort.directory.client-id", "cohort");
		properties.put("cohort.directory.client-secret", LocalSecrets.COHORT_CLIENT);
		properties.put("cohort.demographics.datasource.url", database);
		properties.put("cohort.demographics.datasource.username", "cohort_demographics");
		properties.put("cohort.demographics.datasource.password", "cohort_demographics");
		properties.put("spring.datasource.url", database);
		properties.put("spring.datasource.username", "cohort_app");
		properties.put("spring.datasource.password", "cohort_app");
		properties.put("spring.flyway.url", database);
		properties.put("spring.flyway.user", "cohort_owner");
		properties.put("spring.flyway.password", "cohort_owner");
		properties.put("spring.mail.host", "127.0.0.1");
		properties.put("spring.mail.port", Integer.toString(ports.smtp()));
		properties.put("cohort.sign-in.issuer", platform.realmUrl().toString());
		properties.put("cohort.sign-in.client-id", "cohort");
		properties.put("cohort.sign-in.client-secret", LocalSecrets.COHORT_CLIENT);
		return properties;
	}
}
