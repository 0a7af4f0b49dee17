package org.cohort.web;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may call what: {@code /api/**} with a bearer token, {@code /staff/**} after signing in at Keycloak,
 * the applicants' pages without an account, nothing else. Each handler names its roles besides, with
 * {@code @RolesAllowed} or {@code @PermitAll}; {@link EveryHandlerSaysWho} refuses one that does not.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(jsr250Enabled = true, prePostEnabled = false)
class SecurityConfiguration {

	/** The groups of the Keycloak realm that mean something here. */
	static final Set<String> ROLES = Set.of("reviewers", "committee", "mentors", "coordinators", "administrators");

	static final String[] PUBLIC = {"/", "/apply/**", "/confirm/**", "/status/**", "/about-you/**", "/more/**",
			"/appeal/**", "/offer/**",
			"/agreement/**", "/check-in/**", "/participation/**", "/evaluation/**", "/follow-up/**", "/reports/**",
			"/privacy", "/selection/**", "/webjars/**", "/*.css", "/*.js", "/*.svg", "/favicon.ico", "/robots.txt", "/error",
			"/signed-out", "/actuator/health/**"};

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, JwtAuthenticationConverter converter) throws Exception {
		return http.securityMatcher("/api/**")
				// Said here too, so that somebody else is refused before what they sent is even read.
				.authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole("coordinators", "administrators"))
				.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(converter)))
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.csrf(csrf -> csrf.disable())
				.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, SignInProperties signIn, ClientRegistrationRepository clients,
			@Value("${cohort.public-url}") String publicUrl) throws Exception {
		var afterLogout = new OidcClientInitiatedLogoutSuccessHandler(clients);
		afterLogout.setPostLogoutRedirectUri(publicUrl + "/signed-out");
		return http
				.authorizeHttpRequests(requests -> requests
						.requestMatchers(PUBLIC).permitAll()
						.requestMatchers("/staff", "/staff/**").authenticated()
						.anyRequest().denyAll())
				.oauth2Login(withDefaults())
				.exceptionHandling(handling -> handling.authenticationEntryPoint(
						new LoginUrlAuthenticationEntryPoint("/oauth2/authorization/cohort")))
				.logout(logout -> logout.logoutSuccessHandler(afterLogout))
				.csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
				.headers(headers -> headers
						.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy(signIn)))
						.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
						.permissionsPolicyHeader(permissions -> permissions
								.policy("camera=(), microphone=(), geolocation=(), payment=()")))
				.build();
	}

	/** Logging out posts here and is sent on to Keycloak, so a form may lead there too. */
	private static String contentPolicy(SignInProperties signIn) {
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
				+ "connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
				+ "form-action 'self' " + signIn.origin();
	}

	@Bean
	ClientRegistrationRepository clients(SignInProperties signIn) {
		return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("cohort")
				.clientId(signIn.clientId())
				.clientSecret(signIn.clientSecret())
				.clientName("Cohort")
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
				.scope("openid", "profile", "email")
				.issuerUri(signIn.issuer().toString())
				.authorizationUri(signIn.endpoint("auth"))
				.tokenUri(signIn.endpoint("token"))
				.jwkSetUri(signIn.endpoint("certs"))
				.userInfoUri(signIn.endpoint("userinfo"))
				.userNameAttributeName("preferred_username")
				.providerConfigurationMetadata(Map.of("end_session_endpoint", signIn.endpoint("logout")))
				.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
				.build());
	}

	/** Turns the realm's groups into roles of the same name; other groups mean nothing here. */
	@Bean
	GrantedAuthoritiesMapper groupsToRoles() {
		return authorities -> {
			var roles = new HashSet<GrantedAuthority>(authorities);
			authorities.stream()
					.filter(OidcUserAuthority.class::isInstance)
					.map(authority -> ((OidcUserAuthority) authority).getIdToken().getClaimAsStringList("groups"))
					.forEach(groups -> roles.addAll(rolesOf(groups)));
			return roles;
		};
	}

	@Bean
	JwtAuthenticationConverter jwtToRoles() {
		var converter = new JwtAuthenticationConverter();
		converter.setPrincipalClaimName("preferred_username");
		converter.setJwtGrantedAuthoritiesConverter(jwt -> rolesOf(jwt.getClaimAsStringList("groups")));
		return converter;
	}

	/** Accepts access tokens of the realm that were meant for this application; keys are fetched when first needed. */
	@Bean
	JwtDecoder jwtDecoder(SignInProperties signIn) {
		var decoder = NimbusJwtDecoder.withJwkSetUri(signIn.endpoint("certs")).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				JwtValidators.createDefaultWithIssuer(signIn.issuer().toString()),
				new JwtClaimValidator<List<String>>("aud",
						audience -> audience != null && audience.contains(signIn.clientId()))));
		return decoder;
	}

	static Collection<GrantedAuthority> rolesOf(@org.jspecify.annotations.Nullable List<String> groups) {
		if (groups == null) {
			return List.of();
		}
		return groups.stream()
				.map(group -> group.startsWith("/") ? group.substring(1) : group)
				.filter(ROLES::contains)
				.<GrantedAuthority>map(group -> new SimpleGrantedAuthority("ROLE_" + group))
				.toList();
	}
}
