package org.cohort.evaluation.web;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.PermitAll;

import org.cohort.application.Applications;
import org.cohort.evaluation.Contributing;
import org.cohort.evaluation.EvaluationRefused;
import org.cohort.evaluation.FollowUp;
import org.cohort.evaluation.FollowUps;
import org.cohort.language.Sentences;
import org.cohort.links.Link;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Months later: do you still contribute? */
@Controller
@PermitAll
class FollowUpPage {

	private static final int LONGEST = 4000;

	private final Links links;

	private final FollowUps followUps;

	private final Participations participations;

	private final Applications applications;

	private final Programmes programmes;

	FollowUpPage(Links links, FollowUps followUps, Participations participations, Applications applications,
			Programmes programmes) {
		this.links = links;
		this.followUps = followUps;
		this.participations = participations;
		this.applications = applications;
		this.programmes = programmes;
	}

	/** The fields as they were typed. */
	record Form(@Nullable String contributing, @Nullable String what, @Nullable String recommends,
			@Nullable String comment) {

		FollowUp.@Nullable Answer read(Map<String, String> errors) {
			var written = new String[] { what == null ? "" : what.strip(), comment == null ? "" : comment.strip() };
			if (written[0].length() > LONGEST) {
				errors.put("what", "run.problem.too-long");
			}
			if (written[1].length() > LONGEST) {
				errors.put("comment", "run.problem.too-long");
			}
			int number = recommends != null && recommends.matches("10|[0-9]") ? Integer.parseInt(recommends) : -1;
			if (number < 0) {
				errors.put("recommends", "follow-up.problem.recommends");
			}
			try {
				var often = Contributing.of(contributing == null ? "" : contributing);
				return errors.isEmpty() ? new FollowUp.Answer(often, written[0], number, written[1]) : null;
			}
			catch (IllegalArgumentException refused) {
				errors.put("contributing", "follow-up.problem.contributing");
				return null;
			}
		}
	}

	@GetMapping("/follow-up/{token}")
	String show(@PathVariable String token, Model model) {
		return page(token, links.open(token, LinkPurpose.FOLLOW_UP), new Form("", "", "", ""), Map.of(), model);
	}

	@PostMapping("/follow-up/{token}")
	String save(@PathVariable String token, @ModelAttribute Form form, Model model) {
		var link = links.open(token, LinkPurpose.FOLLOW_UP);
		var errors = new LinkedHashMap<String, String>();
		var answer = form.read(errors);
		if (answer == null) {
			return page(token, link, form, errors, model);
		}
		try {
			followUps.answer(link.subject(), Integer.parseInt(link.detail()), answer);
		}
		catch (EvaluationRefused refused) {
			model.addAttribute("problem", refused.getMessage());
			return page(token, link, form, Map.of(), model);
		}
		return "redirect:/follow-up/{token}";
	}

	private String page(String token, Link link, Form form, Map<String, String> errors, Model model) {
		var participation = participations.get(link.subject());
		var programme = programmes.programme(participation.programmeId());
		var followUp = followUps.get(link.subject(), Integer.parseInt(link.detail()));
		model.addAttribute("token", token);
		model.addAttribute("name", applications.contact(participation.applicationId()).name());
		model.addAttribute("programme", programme);
		model.addAttribute("followUp", followUp);
		model.addAttribute("openUntil", When.of(programme.settings(), Sentences.reader()).moment(followUp.answerBy()));
		model.addAttribute("often", Contributing.values());
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		return "evaluation/follow-up";
	}
}
