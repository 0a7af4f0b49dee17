package org.cohort.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses the one character that PostgreSQL cannot store in a text, before it turns into a failed write. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class CleanText extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var bad = request.getParameterMap().entrySet().stream().anyMatch(parameter ->
				parameter.getKey().indexOf('\0') >= 0
						|| Arrays.stream(parameter.getValue()).anyMatch(value -> value.indexOf('\0') >= 0));
		if (bad) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		chain.doFilter(request, response);
	}
}
