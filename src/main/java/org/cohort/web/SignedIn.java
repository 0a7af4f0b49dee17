package org.cohort.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The member of staff who looks at a page.
 *
 * @param username the Keycloak user name
 * @param name     what to call them on the page
 * @param roles    the groups they are in
 */
public record SignedIn(String username, String name, Set<String> roles) {

	static SignedIn of(Authentication authentication) {
		var roles = authentication.getAuthorities().stream()
				.map(authority -> String.valueOf(authority.getAuthority()))
				.filter(authority -> authority.startsWith("ROLE_"))
				.map(authority -> authority.substring("ROLE_".length()))
				.collect(Collectors.toUnmodifiableSet());
		var name = authentication.getPrincipal() instanceof OidcUser user && user.getFullName() != null
				? user.getFullName() : authentication.getName();
		return new SignedIn(authentication.getName(), name, roles);
	}

	/** Whether this person is in at least one of the groups. */
	public boolean is(String... anyOf) {
		for (var role : anyOf) {
			if (roles.contains(role)) {
				return true;
			}
		}
		return false;
	}
}
