package org.cohort.mentorship.web;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.HowItGoes;
import org.cohort.mentorship.MentorshipRefused;
import org.cohort.mentorship.Participation;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Side;
import org.cohort.mentorship.Weeks;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One week of a participation: its mentor writes the log, coordinators read along. */
@Controller
class WeekLogPage {

	private final Participations participations;

	private final Weeks weeks;

	private final Programmes programmes;

	private final People people;

	private final Viewers viewers;

	WeekLogPage(Participations participations, Weeks weeks, Programmes programmes, People people, Viewers viewers) {
		this.participations = participations;
		this.weeks = weeks;
		this.programmes = programmes;
		this.people = people;
		this.viewers = viewers;
	}

	@GetMapping("/staff/participations/{id}/weeks/{number}")
	@RolesAllowed({ "mentors", "coordinators" })
	String show(@PathVariable UUID id, @PathVariable int number, Principal viewer, Model model) {
		var participation = viewers.readable(id);
		var form = weeks.record(id, number).log()
			.map(entry -> EntryForm.of(entry.content()))
			.orElseGet(EntryForm::blank);
		return page(participation, number, form, Map.of(), viewer, model);
	}

	@PostMapping("/staff/participations/{id}/weeks/{number}")
	@RolesAllowed("mentors")
	String save(@PathVariable UUID id, @PathVariable int number, @ModelAttribute EntryForm form,
			@RequestParam(defaultValue = "save") String action, Principal viewer, Model model,
			RedirectAttributes redirect) {
		var participation = participations.get(id);
		if (!participation.isMentoredBy(viewer.getName())) {
			throw new AccessDeniedException("Only the mentor of this participation writes its log.");
		}
		if (action.equals("more")) {
			return page(participation, number, form.withMoreRows(), Map.of(), viewer, model);
		}
		var reading = form.read();
		if (reading.content().isEmpty()) {
			return page(participation, number, form.forShowing(), reading.errors(), viewer, model);
		}
		try {
			weeks.log(id, number, viewer.getName(), reading.content().get());
		}
		catch (MentorshipRefused refused) {
			model.addAttribute("problem", refused.getMessage());
			return page(participation, number, form.forShowing(), Map.of(), viewer, model);
		}
		redirect.addFlashAttribute("notice", "The log of week %d is saved. Thank you!".formatted(number));
		return "redirect:/staff/participations/{id}/weeks/{number}";
	}

	private String page(Participation participation, int number, EntryForm form, Map<String, String> errors,
			Principal viewer, Model model) {
		var id = participation.id();
		var settings = programmes.programme(participation.programmeId()).settings();
		var when = When.of(settings);
		var record = weeks.record(id, number);
		var paid = Hours.ofWorked(settings.mentorHoursPerWeek());
		model.addAttribute("participation", participation);
		model.addAttribute("participant", people.participant(participation));
		model.addAttribute("mine", participation.isMentoredBy(viewer.getName()));
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("kinds", ChangeKind.values());
		model.addAttribute("steps", HowItGoes.values());
		model.addAttribute("week", record.week());
		model.addAttribute("weekCount", settings.weeks());
		model.addAttribute("days", when.days(record.week().startsAt(), record.week().endsAt()));
		model.addAttribute("weekEnds", when.moment(record.week().endsAt()));
		model.addAttribute("openUntil", when.moment(record.week().closesAt()));
		model.addAttribute("paid", paid);
		model.addAttribute("beyond", record.mentorHours().moreThan(paid) ? record.mentorHours().minus(paid) : null);
		model.addAttribute("entry", record.log().orElse(null));
		model.addAttribute("checkIn", record.checkIn().orElse(null));
		model.addAttribute("history", weeks.history(id, number, Side.MENTOR));
		model.addAttribute("when", when);
		model.addAttribute("closed", weeks.closedFor(id, number, Side.MENTOR).orElse(null));
		return "mentorship/week";
	}
}
