package org.cohort.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows: who looks at it, and where Tasklist is. */
@ControllerAdvice
class PageDefaults {

	private final String tasklistUrl;

	PageDefaults(@Value("${cohort.engine.tasklist-url}") String tasklistUrl) {
		this.tasklistUrl = tasklistUrl;
	}

	@ModelAttribute("signedIn")
	@Nullable SignedIn signedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication == null || authentication instanceof AnonymousAuthenticationToken
				|| !authentication.isAuthenticated() ? null : SignedIn.of(authentication);
	}

	@ModelAttribute("tasklistUrl")
	String tasklistUrl() {
		return tasklistUrl;
	}

	/** Whether the reader may choose a language. */
	@ModelAttribute("translated")
	boolean translated(HttpServletRequest request) {
		return !ReaderLocale.isEnglish(request);
	}

	@ModelAttribute("path")
	String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@InitBinder
	void trim(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new StringTrimmerEditor(false));
	}
}
