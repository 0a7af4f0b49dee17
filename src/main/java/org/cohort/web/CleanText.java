package org.cohort.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what cannot be read as a form, or is too large for one, and the one character that PostgreSQL cannot store in
 * a text, before it turns into a failed write. Answers by itself: the usual page would trip over the same text.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class CleanText extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			if (request.getParameterMap().entrySet().stream().anyMatch(CleanText::holdsZero)) {
				refuse(response, HttpServletResponse.SC_BAD_REQUEST);
				return;
			}
		}
		catch (InvalidParameterException unreadable) {
			refuse(response, unreadable.getErrorCode());
			return;
		}
		chain.doFilter(request, response);
	}

	private static boolean holdsZero(Map.Entry<String, String[]> parameter) {
		return parameter.getKey().indexOf('\0') >= 0
				|| Arrays.stream(parameter.getValue()).anyMatch(value -> value.indexOf('\0') >= 0);
	}

	private static void refuse(HttpServletResponse response, int status) throws IOException {
		response.setStatus(status);
		response.setContentType("text/plain;charset=UTF-8");
		response.getOutputStream().write((status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
				? "This is more than we can take at once. It was not taken; what you sent earlier is kept. Please shorten it.\n"
				: "This could not be read, so it was not taken; what you sent earlier is kept. Please go back and try again.\n")
				.getBytes(StandardCharsets.UTF_8));
	}
}
