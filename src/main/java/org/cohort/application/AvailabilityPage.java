package org.cohort.application;

import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The picture of free hours while commitments are typed, where JavaScript runs. It stores nothing. */
@Controller
class AvailabilityPage {

	private final Programmes programmes;

	private final MessageSource messages;

	AvailabilityPage(Programmes programmes, MessageSource messages) {
		this.programmes = programmes;
		this.messages = messages;
	}

	@PostMapping("/apply/{slug}/availability")
	@PermitAll
	ModelAndView picture(@PathVariable String slug, @RequestParam(defaultValue = "") String question,
			@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
		Round round = programmes.roundBySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Optional<AvailabilityView> view = Optional.of(AvailabilityInput.of(FormInput.of(parameters).all(question)).check())
				.filter(AvailabilityInput.Result.Good.class::isInstance).map(AvailabilityInput.Result.Good.class::cast)
				.map(good -> AvailabilityView.of(good.availability(), round, messages, locale));
		return new ModelAndView("application/availability :: picture").addObject("view", view.orElse(null));
	}
}
