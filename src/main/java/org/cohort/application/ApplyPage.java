package org.cohort.application;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;

import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The application form. Every attempt to send it keeps what was typed, whatever the outcome; showing it changes
 * nothing.
 */
@Controller
@RequestMapping("/apply/{slug}")
@PermitAll
class ApplyPage {

	private static final String FORM = "application/apply";

	private final Programmes programmes;

	private final Submissions submissions;

	private final Drafts drafts;

	private final Deadlines deadlines;

	private final Links links;

	private final MessageSource messages;

	private final Clock clock;

	ApplyPage(Programmes programmes, Submissions submissions, Drafts drafts, Deadlines deadlines, Links links,
			MessageSource messages, Clock clock) {
		this.programmes = programmes;
		this.submissions = submissions;
		this.drafts = drafts;
		this.deadlines = deadlines;
		this.links = links;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	@PermitAll
	ModelAndView form(@PathVariable String slug, Locale locale) {
		Round round = round(slug);
		return round.takesApplications(clock.instant())
				? page(round, FormInput.empty(), Map.of(), locale, HttpStatus.OK)
				: closed(round, false);
	}

	@GetMapping("/draft/{token}")
	@PermitAll
	ModelAndView draft(@PathVariable String slug, @PathVariable String token, Locale locale) {
		Round round = round(slug);
		Optional<DraftTable.Draft> draft = drafts.find(links.open(token, LinkPurpose.DRAFT).subject())
				.filter(found -> found.roundId().equals(round.id()));
		if (draft.isEmpty()) {
			return new ModelAndView("application/draft-gone", Map.of("round", round), HttpStatus.GONE);
		}
		FormInput form = draft.get().form();
		return deadlines.open(round, form.email(), form.key()) ? page(round, form, Map.of(), locale, HttpStatus.OK)
				: closed(round, true);
	}

	@PostMapping
	@PermitAll
	ModelAndView send(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters,
			@RequestParam(defaultValue = "submit") String action, Locale locale, RedirectAttributes redirect) {
		Round round = round(slug);
		FormInput form = FormInput.of(parameters);
		if (action.equals("save")) {
			return save(round, form, locale, redirect);
		}
		FormCheck.Result checked = FormCheck.check(round.settings(), form);
		if (!checked.good()) {
			boolean kept = drafts.store(round.id(), form, locale);
			return page(round, form, checked.problems(), locale, HttpStatus.UNPROCESSABLE_CONTENT)
					.addObject("formChanged", checked.unknown()).addObject("kept", kept);
		}
		return switch (submissions.submit(round.id(), round.programme().version(), form, checked.answers(), locale)) {
			case Submissions.Result.Received received -> {
				redirect.addFlashAttribute("notice", messages.getMessage("received", null, locale));
				yield to(received.next());
			}
			case Submissions.Result.SentBefore() ->
				new ModelAndView("application/sent-before", Map.of("round", round), HttpStatus.CONFLICT);
			case Submissions.Result.RoundClosed() -> closed(round, drafts.store(round.id(), form, locale));
		};
	}

	/** Called now and then while somebody types, where JavaScript runs; answers with a few words. */
	@PostMapping("/autosave")
	@PermitAll
	ModelAndView autosave(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters,
			Locale locale) {
		Round round = round(slug);
		FormInput form = FormInput.of(parameters);
		boolean kept = deadlines.open(round, form.email(), form.key()) && drafts.store(round.id(), form, locale);
		return new ModelAndView("application/autosaved", Map.of("kept", kept, "zone", round.settings().timeZone(),
				"at", clock.instant().atZone(round.settings().timeZone())));
	}

	private ModelAndView save(Round round, FormInput form, Locale locale, RedirectAttributes redirect) {
		if (!deadlines.open(round, form.email(), form.key())) {
			return closed(round, drafts.store(round.id(), form, locale));
		}
		Map<String, FormCheck.Problem> problems = new LinkedHashMap<>();
		FormCheck.email(form.email()).ifPresent(problem -> problems.put("email", problem));
		if (!problems.isEmpty()) {
			boolean kept = drafts.store(round.id(), form, locale);
			return page(round, form, problems, locale, HttpStatus.UNPROCESSABLE_CONTENT)
					.addObject("needsAddress", true).addObject("kept", kept);
		}
		Optional<URI> link = drafts.keep(round.id(), form, locale);
		if (link.isEmpty()) {
			return new ModelAndView("application/sent-before", Map.of("round", round), HttpStatus.CONFLICT);
		}
		redirect.addFlashAttribute("notice", messages.getMessage("apply.saved", new Object[] { form.email() }, locale));
		return to(link.get());
	}

	private ModelAndView page(Round round, FormInput form, Map<String, FormCheck.Problem> problems, Locale locale,
			HttpStatus status) {
		ModelAndView page = new ModelAndView(FORM, status);
		page.addObject("round", round);
		page.addObject("form", FormView.of(round.settings(), form, problems, messages, locale, clock.instant()));
		page.addObject("closesAt",
				deadlines.of(round, form.email(), form.key()).atZone(round.settings().timeZone()));
		page.addObject("startsAt", round.runStartsAt().atZone(round.settings().timeZone()));
		return page;
	}

	private ModelAndView closed(Round round, boolean kept) {
		ModelAndView page = new ModelAndView("application/closed", HttpStatus.OK);
		page.addObject("round", round);
		page.addObject("kept", kept);
		page.addObject("notYet", clock.instant().isBefore(round.opensAt()));
		page.addObject("opensAt", round.opensAt().atZone(round.settings().timeZone()));
		page.addObject("closesAt", round.closesAt().atZone(round.settings().timeZone()));
		return page;
	}

	private static ModelAndView to(URI address) {
		return new ModelAndView("redirect:" + address.getRawPath());
	}

	private Round round(String slug) {
		return programmes.roundBySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
