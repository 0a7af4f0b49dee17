package org.cohort.application;

import java.util.Locale;

import jakarta.annotation.security.PermitAll;

import org.cohort.links.Link;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Confirms an e-mail address. Opening the page changes nothing, because mail scanners open links too; the button does.
 */
@Controller
@RequestMapping("/confirm/{token}")
@PermitAll
class ConfirmPage {

	private final Links links;

	private final Applications applications;

	private final Confirmations confirmations;

	private final StatusLinks statusLinks;

	private final Programmes programmes;

	private final MessageSource messages;

	ConfirmPage(Links links, Applications applications, Confirmations confirmations, StatusLinks statusLinks,
			Programmes programmes, MessageSource messages) {
		this.links = links;
		this.applications = applications;
		this.confirmations = confirmations;
		this.statusLinks = statusLinks;
		this.programmes = programmes;
		this.messages = messages;
	}

	@GetMapping
	@PermitAll
	ModelAndView ask(@PathVariable String token) {
		Link link = links.open(token, LinkPurpose.CONFIRM);
		ModelAndView page = new ModelAndView("application/confirm");
		page.addObject("round", programmes.round(applications.get(link.subject()).roundId()));
		page.addObject("token", token);
		return page;
	}

	@PostMapping
	@PermitAll
	ModelAndView confirm(@PathVariable String token, Locale locale, RedirectAttributes redirect) {
		Link link = links.open(token, LinkPurpose.CONFIRM);
		Application application = applications.get(link.subject());
		if (!confirmations.confirm(application.id())) {
			return new ModelAndView("application/confirm-late", "round", programmes.round(application.roundId()))
					.addObject("withdrawn", application.stage() == Stage.WITHDRAWN);
		}
		redirect.addFlashAttribute("notice", messages.getMessage("confirm.done", null, locale));
		return new ModelAndView("redirect:" + statusLinks.uri(application.id()).getRawPath());
	}
}
