package org.cohort.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Signs in whoever brings a cookie with a user name and groups, as {@code anna.reviewer:reviewers}. */
@TestConfiguration(proxyBeanMethods = false)
class StandInForKeycloak {

	static final String COOKIE = "signed-in";

	@Bean
	FilterRegistrationBean<OncePerRequestFilter> signsIn() {
		var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {

			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				var cookie = WebUtils.getCookie(request, COOKIE);
				if (cookie != null) {
					var parts = cookie.getValue().split(":");
					var groups = parts[1].split("\\.");
					for (int at = 0; at < groups.length; at++) {
						groups[at] = "ROLE_" + groups[at];
					}
					request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
							new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(parts[0], "",
									AuthorityUtils.createAuthorityList(groups))));
				}
				chain.doFilter(request, response);
			}
		});
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}
}
