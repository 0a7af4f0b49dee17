package org.cohort.application;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has more time than the others in a round, and giving more time to somebody. */
@Controller
@RequestMapping("/staff/rounds/{id}/extensions")
@RolesAllowed({ "coordinators", "administrators" })
class StaffExtensions {

	private final Extensions extensions;

	private final ApplicationTable applications;

	private final Programmes programmes;

	StaffExtensions(Extensions extensions, ApplicationTable applications, Programmes programmes) {
		this.extensions = extensions;
		this.applications = applications;
		this.programmes = programmes;
	}

	/** An extension as it was typed; the time is local to the programme's time zone. */
	record Wish(String email, String until, String reason) {
	}

	/** @param application whose address is filled in already; never an address, which would stand in logs */
	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView all(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID application) {
		Round round = programmes.round(id);
		String email = application != null && applications.get(application).roundId().equals(id)
				? applications.contact(application).email() : "";
		return page(round, new Wish(email, "", ""), null, HttpStatus.OK);
	}

	@PostMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView grant(@PathVariable UUID id, @RequestParam(defaultValue = "") String email,
			@RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason, Principal who,
			RedirectAttributes redirect) {
		Round round = programmes.round(id);
		Wish wish = new Wish(email.strip(), until, reason.strip());
		try {
			extensions.grant(id, wish.email(), time(until, round), wish.reason(), who.getName());
		}
		catch (IllegalArgumentException refused) {
			return page(round, wish, refused.getMessage(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("notice", "The deadline is extended. A mail with a link is on its way to " + wish.email()
				+ ".");
		return new ModelAndView("redirect:/staff/rounds/" + id + "/extensions");
	}

	private ModelAndView page(Round round, Wish wish, @Nullable String problem, HttpStatus status) {
		return new ModelAndView("application/staff-extensions", status).addObject("round", round)
				.addObject("zone", round.settings().timeZone()).addObject("wish", wish).addObject("problem", problem)
				.addObject("extensions", extensions.of(round.id()));
	}

	private static Instant time(String text, Round round) {
		try {
			return LocalDateTime.parse(text).atZone(round.settings().timeZone()).toInstant();
		}
		catch (DateTimeException wrong) {
			throw new IllegalArgumentException(
					"The new deadline must be a date with a time, such as 2027-03-31T18:00.", wrong);
		}
	}
}
