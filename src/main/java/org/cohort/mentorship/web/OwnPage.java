package org.cohort.mentorship.web;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;

import org.cohort.language.Sentences;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Ending;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Runs;
import org.cohort.mentorship.Side;
import org.cohort.mentorship.Week;
import org.cohort.mentorship.Weeks;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The participant's own page: how far they are, what comes next, and the way out. */
@Controller
@PermitAll
class OwnPage {

	private final Links links;

	private final Participations participations;

	private final Weeks weeks;

	private final Runs runs;

	private final Programmes programmes;

	private final People people;

	private final Clock clock;

	private final Sentences sentences;

	OwnPage(Links links, Participations participations, Weeks weeks, Runs runs, Programmes programmes, People people,
			Clock clock, Sentences sentences) {
		this.links = links;
		this.participations = participations;
		this.weeks = weeks;
		this.runs = runs;
		this.programmes = programmes;
		this.people = people;
		this.clock = clock;
		this.sentences = sentences;
	}

	@GetMapping("/participation/{token}")
	String show(@PathVariable String token, Model model) {
		var id = basics(token, model);
		var participation = participations.get(id);
		var settings = programmes.programme(participation.programmeId()).settings();
		var when = When.of(settings, Sentences.reader());
		var progress = new Progress(weeks.records(id), clock.instant(), participation.state().isFinal());
		model.addAttribute("progress", progress);
		model.addAttribute("changes", progress.changes());
		model.addAttribute("kinds", ChangeKind.values());
		model.addAttribute("strip", progress.strip(sentences).svg());
		model.addAttribute("hoursChart", progress.ownHours(settings.hoursPerWeek(), sentences).svg());
		model.addAttribute("when", when);
		model.addAttribute("startsAt", when.moment(runs.startsAt(participation.roundId())));
		model.addAttribute("agreed", participations.agreements(id).containsKey(Side.PARTICIPANT));
		var current = progress.current().map(record -> record.week());
		model.addAttribute("current", current.orElse(null));
		model.addAttribute("checkInPath", current.filter(week -> week.state() == Week.State.OPEN)
			.filter(week -> !participation.state().isFinal())
			.flatMap(week -> weeks.issuedCheckInPage(id, week.number()))
			.map(link -> links.uri(link).getPath())
			.orElse(null));
		return "mentorship/own";
	}

	@GetMapping("/participation/{token}/leave")
	String askBeforeLeaving(@PathVariable String token, Model model) {
		basics(token, model);
		return "mentorship/leave";
	}

	@PostMapping("/participation/{token}/leave")
	String leave(@PathVariable String token, @RequestParam(defaultValue = "false") boolean sure,
			@RequestParam(defaultValue = "") String note, Model model) {
		var id = basics(token, model);
		if (!sure || note.length() > 2000) {
			model.addAttribute("note", note);
			model.addAttribute("sureError", sure ? null : true);
			model.addAttribute("noteError", note.length() > 2000 ? true : null);
			return "mentorship/leave";
		}
		participations.end(id, Ending.LEFT, "participant", note);
		return "redirect:/participation/{token}";
	}

	private UUID basics(String token, Model model) {
		var id = links.open(token, LinkPurpose.PARTICIPATION).subject();
		var participation = participations.get(id);
		model.addAttribute("token", token);
		model.addAttribute("participation", participation);
		model.addAttribute("programme", programmes.programme(participation.programmeId()));
		model.addAttribute("name", people.participant(participation));
		model.addAttribute("mentor", people.mentor(participation));
		model.addAttribute("mentorAddress", people.mentorPerson(participation)
			.map(person -> person.email())
			.filter(address -> !address.isBlank())
			.orElse(null));
		return id;
	}
}
