package org.cohort.application;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.QuestionSet;
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
import org.springframework.web.servlet.view.RedirectView;

/**
 * The application form. Every attempt to send it keeps what was typed, whatever the outcome; showing it changes
 * nothing.
 */
@Controller
@RequestMapping("/apply/{slug}")
@PermitAll
class ApplyPage {

	private static final String FORM = "application/apply";

	/** Buttons after which somebody goes on with the form. */
	private static final Set<String> KEEP_ON = Set.of("save", "edit", "recalculate", "preview");

	private final Programmes programmes;

	private final Submissions submissions;

	private final Drafts drafts;

	private final Deadlines deadlines;

	private final FormViews views;

	private final Links links;

	private final MessageSource messages;

	private final Clock clock;

	ApplyPage(Programmes programmes, Submissions submissions, Drafts drafts, Deadlines deadlines, FormViews views,
			Links links, MessageSource messages, Clock clock) {
		this.programmes = programmes;
		this.submissions = submissions;
		this.drafts = drafts;
		this.deadlines = deadlines;
		this.views = views;
		this.links = links;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	@PermitAll
	ModelAndView form(@PathVariable String slug, @RequestParam(name = "new", defaultValue = "false") boolean anew,
			HttpServletRequest request, HttpServletResponse response, Locale locale) {
		Round round = round(slug);
		if (anew) {
			DraftCookie.forget(request, response, slug);
			return to(URI.create("/apply/" + slug));
		}
		Optional<FormInput> begun = DraftCookie.read(request).flatMap(drafts::find)
				.filter(found -> found.roundId().equals(round.id())).map(DraftTable.Draft::form);
		FormInput form = begun.orElseGet(FormInput::empty);
		return deadlines.open(round, form.email(), form.key())
				? page(round, form, Map.of(), locale, HttpStatus.OK).addObject("resumed", begun.isPresent())
				: closed(round, begun.isPresent());
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

	/** What the buttons of the form and of the preview do; any other word sends the application. */
	@PostMapping
	@PermitAll
	ModelAndView send(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters,
			@RequestParam(defaultValue = "submit") String action, Locale locale, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect) {
		FormInput typed = FormInput.of(parameters);
		if (sends(action)) {
			return submissions.during(slug, round -> send(round, typed, action, locale, request, response, redirect))
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		}
		return send(round(slug), typed, action, locale, request, response, redirect);
	}

	private static boolean sends(String action) {
		return !KEEP_ON.contains(action);
	}

	private ModelAndView send(Round round, FormInput typed, String action, Locale locale, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect) {
		FormInput form = deadlines.open(round, typed.email(), typed.key())
				? drafts.withFiles(round, typed, request, locale) : typed;
		Supplier<Boolean> keep = () -> keep(round, form, locale, request, response);
		if (sends(action) || deadlines.open(round, form.email(), form.key())) {
			return switch (action) {
				case "save" -> save(round, form, keep.get(), locale, redirect);
				case "edit", "recalculate" -> edit(round, form, keep.get(), action.equals("recalculate"), locale);
				case "preview" -> checked(round, form, keep, locale, answers -> {
					keep.get();
					return preview(round, form, answers, locale);
				});
				default -> checked(round, form, keep, locale, answers -> {
					DraftCookie.forget(request, response, round.slug());
					return submit(round, form, answers, keep, locale);
				});
			};
		}
		return closed(round, keep.get());
	}

	/** Nothing more is written for a good application than the application. */
	private ModelAndView checked(Round round, FormInput form, Supplier<Boolean> keep, Locale locale,
			Function<Answers, ModelAndView> good) {
		FormCheck.Result checked = FormCheck.check(round.settings(), form);
		return checked.good() ? good.apply(checked.answers())
				: page(round, form, checked.problems(), locale, HttpStatus.UNPROCESSABLE_CONTENT)
						.addObject("formChanged", checked.unknown()).addObject("kept", keep.get());
	}

	private ModelAndView submit(Round round, FormInput form, Answers answers, Supplier<Boolean> keep, Locale locale) {
		return switch (submissions.submit(round, round.programme().version(), form, answers, locale)) {
			case Submissions.Result.Received received -> to(received.next());
			case Submissions.Result.SentBefore() ->
				new ModelAndView("application/sent-before", Map.of("round", round), HttpStatus.CONFLICT);
			case Submissions.Result.RoundClosed() -> closed(round, keep.get());
		};
	}

	private boolean keep(Round round, FormInput form, Locale locale, HttpServletRequest request,
			HttpServletResponse response) {
		boolean kept = drafts.store(round.id(), form, locale);
		if (kept) {
			DraftCookie.write(request, response, round.slug(), form.key());
		}
		return kept;
	}

	private ModelAndView edit(Round round, FormInput form, boolean kept, boolean recalculated, Locale locale) {
		return page(round, form, Map.of(), locale, HttpStatus.OK).addObject("kept", kept)
				.addObject("recalculated", recalculated);
	}

	private ModelAndView preview(Round round, FormInput form, Answers answers, Locale locale) {
		QuestionSet asked = round.settings().questionSet();
		List<AnswerLine> lines = AnswerLine.all(new QuestionSet(asked.shown(answers::all)), answers, locale);
		return new ModelAndView("application/preview").addObject("round", round).addObject("form", form)
				.addObject("answers", lines)
				.addObject("leftOut", form.fields().keySet().stream().anyMatch(key -> !form.all(key).isEmpty()
						&& asked.question(key).isPresent() && answers.all(key).isEmpty()));
	}

	/** Called now and then while somebody types, where JavaScript runs; answers with a few words. */
	@PostMapping("/autosave")
	@PermitAll
	ModelAndView autosave(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters,
			Locale locale, HttpServletRequest request, HttpServletResponse response) {
		Round round = round(slug);
		FormInput form = FormInput.of(parameters);
		boolean kept = deadlines.open(round, form.email(), form.key()) && keep(round, form, locale, request, response);
		return new ModelAndView("application/autosaved", Map.of("kept", kept, "zone", round.settings().timeZone(),
				"at", clock.instant().atZone(round.settings().timeZone())));
	}

	private ModelAndView save(Round round, FormInput form, boolean kept, Locale locale, RedirectAttributes redirect) {
		Map<String, FormCheck.Problem> problems = new LinkedHashMap<>();
		FormCheck.email(form.email()).ifPresent(problem -> problems.put("email", problem));
		if (!problems.isEmpty()) {
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
		page.addObject("form", views.whole(round, form, problems, locale));
		page.addObject("closesAt",
				deadlines.of(round, form.email(), form.key()).atZone(round.settings().timeZone()));
		page.addObject("mayRecalculate", true);
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
		String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
		return new ModelAndView(new RedirectView(address.getRawPath() + query, true));
	}

	private Round round(String slug) {
		return programmes.roundBySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
