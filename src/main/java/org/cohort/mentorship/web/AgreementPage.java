package org.cohort.mentorship.web;

import jakarta.annotation.security.PermitAll;

import org.cohort.language.Sentences;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mentorship.AgreementWording;
import org.cohort.mentorship.MentorshipRefused;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Runs;
import org.cohort.mentorship.Side;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The participant reads what both promise, and confirms it. */
@Controller
@PermitAll
class AgreementPage {

	private final Links links;

	private final Participations participations;

	private final Programmes programmes;

	private final Runs runs;

	private final People people;

	private final Sentences sentences;

	AgreementPage(Links links, Participations participations, Programmes programmes, Runs runs, People people,
			Sentences sentences) {
		this.links = links;
		this.participations = participations;
		this.programmes = programmes;
		this.runs = runs;
		this.people = people;
		this.sentences = sentences;
	}

	@GetMapping("/agreement/{token}")
	String show(@PathVariable String token, Model model) {
		var id = links.open(token, LinkPurpose.AGREEMENT).subject();
		var participation = participations.get(id);
		var programme = programmes.programme(participation.programmeId());
		var when = When.of(programme.settings(), Sentences.reader());
		model.addAttribute("token", token);
		model.addAttribute("participation", participation);
		model.addAttribute("programme", programme);
		model.addAttribute("name", people.participant(participation));
		model.addAttribute("mentor", people.mentor(participation));
		model.addAttribute("wording", participations.wording(id));
		model.addAttribute("length", AgreementWording.length(programme.settings(), sentences, Sentences.reader()));
		model.addAttribute("startsAt", when.moment(runs.startsAt(participation.roundId())));
		var confirmed = participations.agreements(id).get(Side.PARTICIPANT);
		model.addAttribute("confirmedAt", confirmed == null ? null : when.moment(confirmed));
		return "mentorship/agreement";
	}

	@PostMapping("/agreement/{token}")
	String confirm(@PathVariable String token, @RequestParam(defaultValue = "false") boolean promise, Model model) {
		var id = links.open(token, LinkPurpose.AGREEMENT).subject();
		if (!promise) {
			model.addAttribute("promiseError", true);
			return show(token, model);
		}
		try {
			participations.confirmByParticipant(id);
		}
		catch (MentorshipRefused refused) {
			model.addAttribute("problem", refused.getMessage());
			return show(token, model);
		}
		return "redirect:/agreement/{token}";
	}
}
