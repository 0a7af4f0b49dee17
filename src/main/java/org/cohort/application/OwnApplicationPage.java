package org.cohort.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;

import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.QuestionSet;
import org.cohort.programme.Round;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows applicants, by link, what they sent with every change of it, and lets them change it until the closing. */
@Controller
@RequestMapping("/status/{token}")
@PermitAll
class OwnApplicationPage {

	private final Links links;

	private final ApplicationTable table;

	private final ChangeTable changes;

	private final AnswerChanges answers;

	private final Changing changing;

	private final Deadlines deadlines;

	private final SentFiles files;

	private final Programmes programmes;

	private final MessageSource messages;

	private final Clock clock;

	OwnApplicationPage(Links links, ApplicationTable table, ChangeTable changes, AnswerChanges answers,
			Changing changing, Deadlines deadlines, SentFiles files, Programmes programmes, MessageSource messages,
			Clock clock) {
		this.links = links;
		this.table = table;
		this.changes = changes;
		this.answers = answers;
		this.changing = changing;
		this.deadlines = deadlines;
		this.files = files;
		this.programmes = programmes;
		this.messages = messages;
		this.clock = clock;
	}

	/** The application that a link opens, with what can be changed of it. */
	private record Own(Application application, Round round, QuestionSet answered, Set<String> questions) {
	}

	@GetMapping("/application")
	@PermitAll
	ModelAndView sent(@PathVariable String token, Locale locale) {
		Own own = open(token);
		List<Change> all = changes.of(own.application.id());
		return page("application/own", token, own, HttpStatus.OK)
				.addObject("contact", table.contact(own.application.id()))
				.addObject("answers", AnswerLine.all(own.answered, table.answers(own.application.id()), locale))
				.addObject("versions", ChangeLine.all(own.answered, all, locale))
				.addObject("mayChange", !own.questions.isEmpty());
	}

	@GetMapping("/change")
	@PermitAll
	ModelAndView form(@PathVariable String token, Locale locale) {
		Own own = open(token);
		if (own.questions.isEmpty()) {
			return closed(token, own);
		}
		return page("application/change", token, own, HttpStatus.OK)
				.addObject("form", answers.form(own.application.id(), own.questions, locale))
				.addObject("begun", answers.begun(own.application.id()));
	}

	@PostMapping("/change")
	@PermitAll
	ModelAndView change(@PathVariable String token, @RequestParam MultiValueMap<String, String> parameters,
			@RequestParam(defaultValue = "change") String action, Locale locale, HttpServletRequest request,
			RedirectAttributes redirect) {
		Own own = open(token);
		if (action.equals("discard")) {
			answers.forget(own.application.id());
			return back(token, "change.discarded", locale, redirect);
		}
		if (own.questions.isEmpty()) {
			return closed(token, own);
		}
		if (action.equals("recalculate")) {
			answers.keep(own.application.id(), own.questions, parameters);
			return form(token, locale).addObject("recalculated", true);
		}
		AnswerChanges.Result result = answers.change(own.application.id(), () -> open(token).questions, parameters, request,
				AnswerChanges.APPLICANT, AnswerChanges.Occasion.CHANGE, locale);
		return switch (result) {
			case AnswerChanges.Result.Refused refused -> refused(token, refused);
			case AnswerChanges.Result.Same() -> back(token, "change.same", locale, redirect);
			case AnswerChanges.Result.Stored stored -> back(token, "change.done", locale, redirect);
		};
	}

	/** What can be changed may have become less while the form was on its way. */
	private ModelAndView refused(String token, AnswerChanges.Result.Refused refused) {
		Own now = open(token);
		return now.questions.isEmpty() ? closed(token, now)
				: page("application/change", token, now, HttpStatus.UNPROCESSABLE_CONTENT).addObject("form", refused.form())
						.addObject("formChanged", refused.otherQuestions());
	}

	/** Called now and then while somebody types, where JavaScript runs; answers with a few words. */
	@PostMapping("/change/autosave")
	@PermitAll
	ModelAndView autosave(@PathVariable String token, @RequestParam MultiValueMap<String, String> parameters) {
		Own own = open(token);
		if (!own.questions.isEmpty()) {
			answers.keep(own.application.id(), own.questions, parameters);
		}
		return new ModelAndView("application/autosaved").addObject("kept", !own.questions.isEmpty())
				.addObject("zone", own.round.settings().timeZone())
				.addObject("at", clock.instant().atZone(own.round.settings().timeZone()));
	}

	@GetMapping("/files/{file}")
	@PermitAll
	ResponseEntity<byte[]> file(@PathVariable String token, @PathVariable UUID file) {
		return files.file(open(token).application.id(), file);
	}

	private ModelAndView closed(String token, Own own) {
		return page("application/change-closed", token, own, HttpStatus.OK);
	}

	private ModelAndView page(String template, String token, Own own, HttpStatus status) {
		Instant until = deadlines.of(own.round, table.contact(own.application.id()).email(), null);
		return new ModelAndView(template, status).addObject("token", token).addObject("round", own.round)
				.addObject("one", own.application).addObject("mayRecalculate", true)
				.addObject("fixed", changing.reasons(own.application, own.answered))
				.addObject("closesAt", until.atZone(own.round.settings().timeZone()));
	}

	private ModelAndView back(String token, String notice, Locale locale, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", messages.getMessage(notice, null, locale));
		return new ModelAndView("redirect:/status/" + token + "/application");
	}

	private Own open(String token) {
		Application application = table.get(links.open(token, LinkPurpose.STATUS).subject());
		Round round = programmes.round(application.roundId());
		QuestionSet answered = programmes.questions(application.programmeVersion());
		return new Own(application, round, answered, changing.questions(application, round, answered));
	}
}
