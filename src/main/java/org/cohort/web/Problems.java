package org.cohort.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever went wrong into a page that says what happened, what was kept and what to do next.
 * Staff find the cause in the log by the id shown; the reader never sees a stack trace.
 */
@ControllerAdvice
class Problems {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	@ExceptionHandler
	ModelAndView anything(Exception problem, HttpServletRequest request) throws Exception {
		if (problem instanceof AccessDeniedException || problem instanceof AuthenticationException) {
			throw problem; // the security filters know what to do: sign in first, or 403
		}
		if (problem instanceof ErrorResponse response) {
			return page(response.getStatusCode(), response.getBody().getDetail(), null);
		}
		var id = UUID.randomUUID().toString().substring(0, 8);
		log.error("Problem {} while handling {} by {}", id, request.getMethod(), handler(request), problem);
		return page(HttpStatus.INTERNAL_SERVER_ERROR, null, id);
	}

	/** The handler's pattern, not the address: an address can carry somebody's personal link. */
	private static Object handler(HttpServletRequest request) {
		var pattern = request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
		return pattern == null ? "an unknown address" : pattern;
	}

	static ModelAndView page(HttpStatusCode status, @org.jspecify.annotations.Nullable String detail,
			@org.jspecify.annotations.Nullable String id) {
		var page = new ModelAndView("error", status);
		page.addObject("status", status.value());
		page.addObject("detail", detail);
		page.addObject("problemId", id);
		return page;
	}
}
