package org.cohort.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.cohort.language.Sentences;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever went wrong into a page that says what happened, what was kept and what to do next.
 * Staff find the cause in the log by the id shown; the reader never sees a stack trace. An id that nobody has,
 * thrown as {@link NoSuchElementException}, is «there is no such page».
 */
@ControllerAdvice
class Problems {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	private final MessageSource messages;

	Problems(MessageSource messages) {
		this.messages = messages;
	}

	@ExceptionHandler
	Object anything(Exception problem, HttpServletRequest request) throws Exception {
		return switch (problem) {
			// The security filters know what to do: sign in first, or 403.
			case AccessDeniedException refused -> throw refused;
			case AuthenticationException unknown -> throw unknown;
			// Only what we wrote ourselves is meant for the reader.
			case ErrorResponseException ours when isApi(request) -> json(ours.getBody());
			case ErrorResponseException ours ->
					answer(request, ours.getStatusCode(), detail(ours), null);
			case ErrorResponse framework -> answer(request, framework.getStatusCode(), null, null);
			case HttpMessageNotReadableException ignored -> answer(request, HttpStatus.BAD_REQUEST, null, null);
			case RequestRejectedException ignored -> answer(request, HttpStatus.BAD_REQUEST, null, null);
			case MultipartException ignored -> answer(request, HttpStatus.BAD_REQUEST, null, null);
			case TypeMismatchException ignored -> answer(request, HttpStatus.NOT_FOUND, null, null);
			case NoSuchElementException ignored -> answer(request, HttpStatus.NOT_FOUND, null, null);
			case OptimisticLockingFailureException ignored -> answer(request, HttpStatus.CONFLICT, null, null);
			default -> {
				var id = UUID.randomUUID().toString().substring(0, 8);
				log.error("Problem {} while handling {} {}", id, request.getMethod(), handler(request), problem);
				yield answer(request, HttpStatus.INTERNAL_SERVER_ERROR, null, id);
			}
		};
	}

	/** In the reader's language, where there are words for it. */
	private @Nullable String detail(ErrorResponseException problem) {
		return messages.getMessage(problem.getDetailMessageCode(), problem.getDetailMessageArguments(),
				problem.getBody().getDetail(), Sentences.reader());
	}

	private static Object answer(HttpServletRequest request, HttpStatusCode status, @Nullable String detail,
			@Nullable String id) {
		if (!isApi(request)) {
			return page(status, detail, id);
		}
		var body = ProblemDetail.forStatus(status);
		body.setDetail(detail);
		if (id != null) {
			body.setProperty("id", id);
		}
		return json(body);
	}

	private static ResponseEntity<ProblemDetail> json(ProblemDetail body) {
		return ResponseEntity.status(body.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
	}

	private static boolean isApi(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

	/** The handler's pattern, not the address: an address can carry somebody's personal link. */
	private static Object handler(HttpServletRequest request) {
		var pattern = request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
		return pattern == null ? "an unknown address" : pattern;
	}

	static ModelAndView page(HttpStatusCode status, @Nullable String detail,
			@Nullable String id) {
		var page = new ModelAndView("error", status);
		page.addObject("status", status.value());
		page.addObject("detail", detail);
		page.addObject("problemId", id);
		return page;
	}
}
