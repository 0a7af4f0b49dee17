package org.cohort.application;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in the browser, until it is closed, which form was begun in it: a phone that drops the page when it is
 * short of memory shows it again with everything that was typed.
 */
final class DraftCookie {

	private static final String NAME = "draft";

	private DraftCookie() {
	}

	/** The key of the form that was begun in this browser, if it is known. */
	static Optional<UUID> read(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, NAME);
		try {
			return cookie == null ? Optional.empty() : Optional.of(UUID.fromString(cookie.getValue()));
		}
		catch (IllegalArgumentException tampered) {
			return Optional.empty();
		}
	}

	static void write(HttpServletRequest request, HttpServletResponse response, String slug, UUID key) {
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, slug, key.toString()).build().toString());
	}

	/** Says nothing to a browser that remembers nothing. */
	static void forget(HttpServletRequest request, HttpServletResponse response, String slug) {
		if (WebUtils.getCookie(request, NAME) != null) {
			response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, slug, "").maxAge(0).build().toString());
		}
	}

	private static ResponseCookieBuilder cookie(HttpServletRequest request, String slug, String value) {
		return ResponseCookie.from(NAME, value).path("/apply/" + slug).httpOnly(true).secure(request.isSecure())
				.sameSite("Lax");
	}
}
