package org.cohort.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;

import org.cohort.application.Applications;
import org.cohort.language.Dates;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
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

/** Where an applicant, by link, appeals once against not being eligible, and reads what became of it. */
@Controller
@RequestMapping("/appeal/{token}")
@PermitAll
class AppealPage {

	static final int LONGEST = 4000;

	private final Appeals appeals;

	private final ScreeningTable screenings;

	private final Reasons reasons;

	private final Applications applications;

	private final Programmes programmes;

	private final Links links;

	AppealPage(Appeals appeals, ScreeningTable screenings, Reasons reasons, Applications applications,
			Programmes programmes, Links links) {
		this.appeals = appeals;
		this.screenings = screenings;
		this.reasons = reasons;
		this.applications = applications;
		this.programmes = programmes;
		this.links = links;
	}

	@GetMapping
	@PermitAll
	ModelAndView form(@PathVariable String token, Locale locale) {
		return page(token, application(token), "", null, false, locale, HttpStatus.OK);
	}

	@PostMapping
	@PermitAll
	ModelAndView appeal(@PathVariable String token, @RequestParam(defaultValue = "") String words, Locale locale) {
		UUID applicationId = application(token);
		String text = words.strip();
		if (text.isEmpty() || text.length() > LONGEST) {
			return page(token, applicationId, words, text.isEmpty() ? "appeal.problem.empty" : "appeal.problem.long",
					false, locale, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return switch (appeals.make(applicationId, text)) {
			case TAKEN -> new ModelAndView("redirect:/appeal/" + token);
			case TWICE, LATE -> page(token, applicationId, "", null, true, locale, HttpStatus.CONFLICT);
		};
	}

	private ModelAndView page(String token, UUID applicationId, String words, @Nullable String problem, boolean refused,
			Locale locale, HttpStatus status) {
		Appeal appeal = appeals.of(applicationId).orElseThrow();
		Round round = programmes.round(applications.get(applicationId).roundId());
		String state = appeal.granted() != null ? appeal.result() : appeal.made() ? "made"
				: appeals.possible(appeal) ? "open" : "late";
		return new ModelAndView("eligibility/appeal", status).addObject("token", token).addObject("round", round)
				.addObject("appeal", appeal).addObject("state", state).addObject("words", words)
				.addObject("problem", problem).addObject("refused", refused).addObject("longest", LONGEST)
				.addObject("until", new Dates(locale).moment(appeal.appealBy().atZone(round.settings().timeZone())))
				.addObject("reasons", screenings.find(applicationId)
						.map(screening -> reasons.words(screening, locale)).orElse(List.of()));
	}

	private UUID application(String token) {
		return links.open(token, LinkPurpose.APPEAL).subject();
	}
}
