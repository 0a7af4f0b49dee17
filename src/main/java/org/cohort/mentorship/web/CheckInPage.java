package org.cohort.mentorship.web;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;

import org.cohort.language.Sentences;
import org.cohort.links.Link;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.HowItGoes;
import org.cohort.mentorship.MentorshipRefused;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Side;
import org.cohort.mentorship.Weeks;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The participant's weekly word. */
@Controller
@PermitAll
class CheckInPage {

	private final Links links;

	private final Participations participations;

	private final Weeks weeks;

	private final Programmes programmes;

	private final People people;

	CheckInPage(Links links, Participations participations, Weeks weeks, Programmes programmes, People people) {
		this.links = links;
		this.participations = participations;
		this.weeks = weeks;
		this.programmes = programmes;
		this.people = people;
	}

	@GetMapping("/check-in/{token}")
	String show(@PathVariable String token, Model model) {
		var link = links.open(token, LinkPurpose.CHECK_IN);
		var form = weeks.record(link.subject(), week(link)).checkIn()
			.map(entry -> EntryForm.of(entry.content()))
			.orElseGet(EntryForm::blank);
		return page(token, link, form, Map.of(), model);
	}

	@PostMapping("/check-in/{token}")
	String save(@PathVariable String token, @ModelAttribute EntryForm form,
			@RequestParam(defaultValue = "save") String action, Model model) {
		var link = links.open(token, LinkPurpose.CHECK_IN);
		if (action.equals("more")) {
			return page(token, link, form.withMoreRows(), Map.of(), model);
		}
		var reading = form.read();
		if (reading.content().isEmpty()) {
			return page(token, link, form.forShowing(), reading.errors(), model);
		}
		try {
			weeks.checkIn(link.subject(), week(link), reading.content().get());
		}
		catch (MentorshipRefused refused) {
			model.addAttribute("problem", refused.getMessage());
			return page(token, link, form.forShowing(), Map.of(), model);
		}
		return "redirect:/check-in/{token}";
	}

	private String page(String token, Link link, EntryForm form, Map<String, String> errors, Model model) {
		UUID id = link.subject();
		var participation = participations.get(id);
		var programme = programmes.programme(participation.programmeId());
		var when = When.of(programme.settings(), Sentences.reader());
		var record = weeks.record(id, week(link));
		model.addAttribute("token", token);
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("kinds", ChangeKind.values());
		model.addAttribute("steps", HowItGoes.values());
		model.addAttribute("programme", programme);
		model.addAttribute("participation", participation);
		model.addAttribute("name", people.participant(participation));
		model.addAttribute("mentor", people.mentor(participation));
		model.addAttribute("week", record.week());
		model.addAttribute("weekCount", programme.settings().weeks());
		model.addAttribute("days", when.days(record.week().startsAt(), record.week().endsAt()));
		model.addAttribute("weekEnds", when.moment(record.week().endsAt()));
		model.addAttribute("openUntil", when.moment(record.week().closesAt()));
		model.addAttribute("entry", record.checkIn().orElse(null));
		model.addAttribute("savedAt", record.checkIn().map(entry -> when.moment(entry.writtenAt())).orElse(null));
		model.addAttribute("closed", weeks.closedFor(id, week(link), Side.PARTICIPANT).orElse(null));
		return "mentorship/check-in";
	}

	private static int week(Link link) {
		return Integer.parseInt(link.detail());
	}
}
