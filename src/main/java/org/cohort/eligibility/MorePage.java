package org.cohort.eligibility;

import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;

import org.cohort.application.AnswerChanges;
import org.cohort.application.Applications;
import org.cohort.language.Dates;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an applicant answers, by link, the questions that were opened again, and no others. */
@Controller
@RequestMapping("/more/{token}")
@PermitAll
class MorePage {

	private final Enquiries enquiries;

	private final AnswerChanges answers;

	private final Applications applications;

	private final Programmes programmes;

	private final Links links;

	MorePage(Enquiries enquiries, AnswerChanges answers, Applications applications, Programmes programmes,
			Links links) {
		this.enquiries = enquiries;
		this.answers = answers;
		this.applications = applications;
		this.programmes = programmes;
		this.links = links;
	}

	@GetMapping
	@PermitAll
	ModelAndView form(@PathVariable String token, Locale locale) {
		UUID applicationId = application(token);
		Enquiry enquiry = enquiries.latest(applicationId);
		if (enquiries.over(enquiry)) {
			return over(applicationId, enquiry, HttpStatus.OK);
		}
		return page(token, enquiry, locale, HttpStatus.OK)
				.addObject("form", answers.form(applicationId, enquiry.questions(), locale));
	}

	@PostMapping
	@PermitAll
	ModelAndView answer(@PathVariable String token, @RequestParam MultiValueMap<String, String> sent,
			HttpServletRequest request, Locale locale) {
		UUID applicationId = application(token);
		return switch (enquiries.answer(applicationId, sent, request, locale)) {
			case Enquiries.Result.Taken() -> new ModelAndView("redirect:/more/" + token);
			case Enquiries.Result.Over() -> over(applicationId, enquiries.latest(applicationId), HttpStatus.CONFLICT);
			case Enquiries.Result.Refused refused -> page(token, enquiries.latest(applicationId), locale,
					HttpStatus.UNPROCESSABLE_CONTENT).addObject("form", refused.with().form());
		};
	}

	private ModelAndView page(String token, Enquiry enquiry, Locale locale, HttpStatus status) {
		Round round = programmes.round(applications.get(enquiry.applicationId()).roundId());
		ModelAndView page = new ModelAndView("eligibility/more", status).addObject("token", token)
				.addObject("round", round).addObject("note", enquiry.note());
		if (enquiry.answerBy() != null) {
			page.addObject("until", new Dates(locale).moment(enquiry.answerBy().atZone(round.settings().timeZone())));
		}
		return page;
	}

	private ModelAndView over(UUID applicationId, Enquiry enquiry, HttpStatus status) {
		return new ModelAndView("eligibility/more-over", status)
				.addObject("answered", enquiry.state() == Enquiry.State.ANSWERED)
				.addObject("round", programmes.round(applications.get(applicationId).roundId()));
	}

	private UUID application(String token) {
		return links.open(token, LinkPurpose.MORE).subject();
	}
}
