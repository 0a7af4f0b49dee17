package org.cohort.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cohort.language.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * In which language somebody reads a page: the one just chosen with {@code ?language=}, as the switch on every page and
 * the links in mails do; else the one chosen before, from a cookie; else the first that the browser asks for and we
 * have. Staff read English, but for previews of what applicants read.
 */
@Component("localeResolver")
class ReaderLocale implements LocaleResolver, HandlerInterceptor, WebMvcConfigurer {

	private static final String NAME = "language";

	/** Where staff look at what applicants read. */
	private static final String PREVIEW = "/preview";

	private static final Pattern ENGLISH = Pattern.compile("/(staff|api|reports|signed-out)(/.*)?");

	private static final Duration REMEMBERED = Duration.ofDays(365);

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (isEnglish(request)) {
			return path(request).endsWith(PREVIEW) ? chosen(request).orElse(Locale.ENGLISH) : Locale.ENGLISH;
		}
		Locale browser = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.ENGLISH
				: Languages.firstOf(Collections.list(request.getLocales()));
		return chosen(request).or(() -> remembered(request))
			// The region of the browser still tells how dates are written.
			.map(language -> browser.getLanguage().equals(language.getLanguage()) ? browser : language)
			.orElse(browser);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		chosen(request).filter(language -> !isEnglish(request))
			.ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(NAME, language.getLanguage())
						.path("/")
						.maxAge(REMEMBERED)
						.httpOnly(true)
						.secure(request.isSecure())
						.sameSite("Lax")
						.build()
						.toString()));
		return true;
	}

	/** What staff and the grant giver read is English. An error is told in the language of the page it happened on. */
	static boolean isEnglish(HttpServletRequest request) {
		return ENGLISH.matcher(path(request)).matches();
	}

	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return failed == null ? request.getRequestURI() : failed.toString();
	}

	private static Optional<Locale> chosen(HttpServletRequest request) {
		return Languages.of(request.getParameter(NAME));
	}

	private static Optional<Locale> remembered(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, NAME);
		return cookie == null ? Optional.empty() : Languages.of(cookie.getValue());
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("The reader chooses the language.");
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}
}
