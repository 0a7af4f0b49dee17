package org.cohort.application;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;

import org.cohort.language.Languages;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells an applicant, by link, where the application is and what comes next, and lets them withdraw it. */
@Controller
@RequestMapping("/status/{token}")
@PermitAll
class StatusPage {

	private final Links links;

	private final StatusLinks statusLinks;

	private final Applications applications;

	private final Withdrawals withdrawals;

	private final Changing changing;

	private final PairTable pairs;

	private final Programmes programmes;

	private final ObjectProvider<StatusPart> parts; // they know us

	private final MailLanguage mailLanguage;

	private final MessageSource messages;

	private final Clock clock;

	StatusPage(Links links, StatusLinks statusLinks, Applications applications, Withdrawals withdrawals,
			Changing changing, PairTable pairs, Programmes programmes, ObjectProvider<StatusPart> parts,
			MailLanguage mailLanguage, MessageSource messages, Clock clock) {
		this.links = links;
		this.statusLinks = statusLinks;
		this.applications = applications;
		this.withdrawals = withdrawals;
		this.changing = changing;
		this.pairs = pairs;
		this.programmes = programmes;
		this.parts = parts;
		this.mailLanguage = mailLanguage;
		this.messages = messages;
		this.clock = clock;
	}

	/** Something for the applicant to do, from another module. */
	record Part(String template, Map<String, Object> model) {
	}

	@GetMapping
	@PermitAll
	ModelAndView status(@PathVariable String token) {
		return page("application/status", token);
	}

	@GetMapping("/withdraw")
	@PermitAll
	ModelAndView askToWithdraw(@PathVariable String token) {
		return page("application/withdraw", token);
	}

	@PostMapping("/withdraw")
	@PermitAll
	ModelAndView withdraw(@PathVariable String token, Locale locale, RedirectAttributes redirect) {
		boolean withdrawn = withdrawals.withdraw(application(token));
		redirect.addFlashAttribute("notice",
				messages.getMessage(withdrawn ? "withdraw.done" : "withdraw.too-late", null, locale));
		return new ModelAndView("redirect:/status/" + token);
	}

	/** From now on we write in the language in which the applicant reads this page. */
	@PostMapping("/language")
	@PermitAll
	ModelAndView chooseLanguage(@PathVariable String token, Locale locale, RedirectAttributes redirect) {
		mailLanguage.choose(application(token), locale);
		redirect.addFlashAttribute("notice", messages.getMessage("status.language.done", null, locale));
		return new ModelAndView("redirect:/status/" + token);
	}

	private ModelAndView page(String template, String token) {
		Application application = applications.get(application(token));
		Round round = programmes.round(application.roundId());
		ModelAndView page = new ModelAndView(template);
		page.addObject("token", token);
		page.addObject("one", application);
		page.addObject("round", round);
		page.addObject("status", StatusView.of(application));
		page.addObject("submittedAt", application.submittedAt().atZone(round.settings().timeZone()));
		Contact contact = applications.contact(application.id());
		page.addObject("name", contact.name());
		page.addObject("writesIn", Languages.name(contact.locale()));
		page.addObject("otherLanguage",
				!contact.locale().getLanguage().equals(LocaleContextHolder.getLocale().getLanguage()));
		page.addObject("merged", application.stage() == Stage.WITHDRAWN && pairs.merged(application.id()));
		page.addObject("mayChange", !changing
				.questions(application, round, programmes.questions(application.programmeVersion())).isEmpty());
		if (!application.stage().terminal() && round.takesApplications(clock.instant())) {
			statusLinks.selfIdentification(application.id(), round.id())
				.ifPresent(address -> page.addObject("aboutYou", address.getRawPath()));
		}
		page.addObject("parts", parts.orderedStream().map(part -> new Part(part.template(),
				part.model(application.id(), LocaleContextHolder.getLocale()))).filter(part -> !part.model().isEmpty())
				.toList());
		return page;
	}

	private UUID application(String token) {
		return links.open(token, LinkPurpose.STATUS).subject();
	}
}
