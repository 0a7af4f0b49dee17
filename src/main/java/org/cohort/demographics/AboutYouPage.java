package org.cohort.demographics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;

import org.cohort.links.Link;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Attribute;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The separate, voluntary page. It knows an id and a round from its link and nothing else about the person: no name,
 * not even whether there is an application.
 */
@Controller
@RequestMapping("/about-you/{token}")
@PermitAll
class AboutYouPage {

	private static final String PREFIX = "a.";

	private final Links links;

	private final Programmes programmes;

	private final SelfIdentifications table;

	private final MessageSource messages;

	AboutYouPage(Links links, Programmes programmes, SelfIdentifications table, MessageSource messages) {
		this.links = links;
		this.programmes = programmes;
		this.table = table;
		this.messages = messages;
	}

	@GetMapping
	@PermitAll
	ModelAndView form(@PathVariable String token, @RequestParam(defaultValue = "no") String received, Locale locale) {
		Link link = open(token);
		ModelAndView page = page(token, link,
				table.of(Set.of(link.subject())).getOrDefault(link.subject(), Map.of()), HttpStatus.OK);
		return received.equals("yes") ? page.addObject("notice", messages.getMessage("received", null, locale)) : page;
	}

	@PostMapping
	@PermitAll
	ModelAndView save(@PathVariable String token, @RequestParam MultiValueMap<String, String> parameters) {
		Link link = open(token);
		Map<String, Set<String>> answers = new LinkedHashMap<>();
		boolean understood = true;
		for (Attribute attribute : round(link).settings().selfIdentification()) {
			Set<String> given = new TreeSet<>(parameters.getOrDefault(PREFIX + attribute.key(), List.of()));
			given.remove(""); // «prefer not to say»
			boolean known = given.stream()
					.allMatch(value -> attribute.values().stream().anyMatch(v -> v.key().equals(value)));
			understood &= known && (attribute.several() || given.size() <= 1);
			if (known && !given.isEmpty()) {
				answers.put(attribute.key(), given);
			}
		}
		if (!understood) {
			return page(token, link, answers, HttpStatus.UNPROCESSABLE_CONTENT).addObject("notUnderstood", true);
		}
		table.replace(link.subject(), round(link).id(), answers);
		return new ModelAndView("redirect:/about-you/" + token + "/thanks");
	}

	@PostMapping("/delete")
	@PermitAll
	ModelAndView delete(@PathVariable String token, Locale locale, RedirectAttributes redirect) {
		table.delete(open(token).subject());
		redirect.addFlashAttribute("notice", messages.getMessage("about-you.deleted", null, locale));
		return new ModelAndView("redirect:/about-you/" + token);
	}

	@GetMapping("/thanks")
	@PermitAll
	ModelAndView thanks(@PathVariable String token) {
		ModelAndView page = new ModelAndView("demographics/thanks");
		page.addObject("round", round(open(token)));
		page.addObject("token", token);
		return page;
	}

	private ModelAndView page(String token, Link link, Map<String, Set<String>> answers, HttpStatus status) {
		Round round = round(link);
		ModelAndView page = new ModelAndView("demographics/about-you", status);
		page.addObject("token", token);
		page.addObject("round", round);
		page.addObject("attributes", round.settings().selfIdentification());
		page.addObject("answers", answers);
		page.addObject("until", link.expires().atZone(round.settings().timeZone()));
		return page;
	}

	private Link open(String token) {
		return links.open(token, LinkPurpose.SELF_IDENTIFICATION);
	}

	private Round round(Link link) {
		return programmes.round(UUID.fromString(link.detail()));
	}
}
