package org.cohort.platform;

/** The secrets of the local platform. They are no secrets: they open doors on loopback only. */
final class LocalSecrets {

	static final String KEYCLOAK_ADMIN = "admin";

	static final String KEYCLOAK_ADMIN_PASSWORD = "admin";

	static final String DEMONSTRATION_PASSWORD = "cohort";

	static final String COHORT_CLIENT = "local-secret-of-cohort";

	static final String ENGINE_CLIENT = "local-secret-of-cohort-engine";

	static final String CAMUNDA_CLIENT = "local-secret-of-camunda";

	static final String LINKS_KEY = "local-key-of-the-links-local-key-of-the-links";

	private LocalSecrets() {
	}
}
