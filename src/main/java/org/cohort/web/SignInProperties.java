package org.cohort.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where staff sign in.
 *
 * @param issuer the Keycloak realm, for example {@code https://login.example.org/realms/cohort}
 */
@ConfigurationProperties("cohort.sign-in")
record SignInProperties(URI issuer, String clientId, String clientSecret) {

	String endpoint(String name) {
		return issuer + "/protocol/openid-connect/" + name;
	}

	String origin() {
		return issuer.getScheme() + "://" + issuer.getAuthority();
	}
}
