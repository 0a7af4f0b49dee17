package org.cohort.platform;

/** What a reader wants to know once everything runs. */
final class Welcome {

	private Welcome() {
	}

	static String text(LocalPlatform platform) {
		return """

				Cohort               %-32s
				Caught mails         %-32s
				Tasklist             %-32s
				Keycloak             %-32s %s / %s
				Engine (gRPC)        %-32s with a token of %s
				PostgreSQL           %-32s cohort_app, without a password

				Sign in as           reviewers       anna.reviewer, ben.reviewer, chris.reviewer
				                     committee       carla.committee, colin.committee
				                     mentors         mira.mentor, max.mentor
				                     coordinators    olga.coordinator
				                     administrators  adam.admin
				Password of all      %s

				Everything listens on this machine only and is kept in %s.
				Ctrl-C stops it; -Dcohort.platform.wipe=true begins afresh.
				""".formatted(platform.publicUrl(), platform.mailPageUrl(), platform.tasklistUrl(),
				platform.keycloakUrl() + "/admin", LocalSecrets.KEYCLOAK_ADMIN, LocalSecrets.KEYCLOAK_ADMIN_PASSWORD,
				platform.gatewayUrl(), platform.realmUrl(), platform.jdbcUrl("cohort").substring(5),
				platform.password(), platform.settings().folder());
	}
}
