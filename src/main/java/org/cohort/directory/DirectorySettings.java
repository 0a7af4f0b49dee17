package org.cohort.directory;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Keycloak is ({@code cohort.directory.*}).
 *
 * @param url such as {@code http://localhost:8180}
 * @param clientId a client whose service account may view users
 */
@ConfigurationProperties("cohort.directory")
record DirectorySettings(URI url, String realm, String clientId, String clientSecret) {

	@Override
	public String toString() {
		return "DirectorySettings[" + url + ", " + realm + "]";
	}
}
