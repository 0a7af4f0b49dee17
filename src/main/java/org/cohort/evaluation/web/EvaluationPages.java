package org.cohort.evaluation.web;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

import org.cohort.application.Applications;
import org.cohort.evaluation.EvaluationRefused;
import org.cohort.evaluation.Evaluations;
import org.cohort.evaluation.Verdict;
import org.cohort.language.Sentences;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mentorship.MergedChanges;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Side;
import org.cohort.mentorship.Weeks;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The final evaluation, as the participant writes it by link and as the mentor writes it signed in. */
@Controller
class EvaluationPages {

	private final Links links;

	private final Evaluations evaluations;

	private final Participations participations;

	private final Weeks weeks;

	private final Applications applications;

	private final Programmes programmes;

	EvaluationPages(Links links, Evaluations evaluations, Participations participations, Weeks weeks,
			Applications applications, Programmes programmes) {
		this.links = links;
		this.evaluations = evaluations;
		this.participations = participations;
		this.weeks = weeks;
		this.applications = applications;
		this.programmes = programmes;
	}

	@GetMapping("/evaluation/{token}")
	@PermitAll
	String showToParticipant(@PathVariable String token, Model model) {
		var id = links.open(token, LinkPurpose.EVALUATION).subject();
		return page(id, Side.PARTICIPANT, "/evaluation/" + token, EvaluationForm.blank(), Map.of(), model);
	}

	@PostMapping("/evaluation/{token}")
	@PermitAll
	String saveOfParticipant(@PathVariable String token, @ModelAttribute EvaluationForm form, Model model) {
		var id = links.open(token, LinkPurpose.EVALUATION).subject();
		var address = "/evaluation/" + token;
		var reading = form.read(evaluations.criteria(id));
		if (reading.content().isEmpty()) {
			return page(id, Side.PARTICIPANT, address, form, reading.errors(), model);
		}
		try {
			evaluations.evaluateByParticipant(id, reading.content().get());
		}
		catch (EvaluationRefused refused) {
			model.addAttribute("problem", refused.getMessage());
			return page(id, Side.PARTICIPANT, address, form, Map.of(), model);
		}
		return "redirect:/evaluation/{token}";
	}

	@GetMapping("/staff/participations/{id}/evaluation")
	@RolesAllowed({ "mentors", "coordinators" })
	String showToStaff(@PathVariable UUID id, Principal viewer, Model model) {
		refuseOthers(id, viewer);
		return page(id, Side.MENTOR, address(id), EvaluationForm.blank(), Map.of(), model)
				.concat(participations.get(id).isMentoredBy(viewer.getName()) ? "" : "-read");
	}

	@PostMapping("/staff/participations/{id}/evaluation")
	@RolesAllowed("mentors")
	String saveOfMentor(@PathVariable UUID id, @ModelAttribute EvaluationForm form, Principal viewer, Model model) {
		if (!participations.get(id).isMentoredBy(viewer.getName())) {
			throw new AccessDeniedException("Only the mentor of this participation evaluates it.");
		}
		var reading = form.read(evaluations.criteria(id));
		if (reading.content().isEmpty()) {
			return page(id, Side.MENTOR, address(id), form, reading.errors(), model);
		}
		try {
			evaluations.evaluateByMentor(id, viewer.getName(), reading.content().get());
		}
		catch (EvaluationRefused refused) {
			model.addAttribute("problem", refused.getMessage());
			return page(id, Side.MENTOR, address(id), form, Map.of(), model);
		}
		return "redirect:/staff/participations/{id}/evaluation";
	}

	/** Coordinators read both evaluations; a mentor sees the own one only, so that neither colours the other. */
	private void refuseOthers(UUID id, Principal viewer) {
		boolean coordinator = viewer instanceof Authentication signedIn
				&& signedIn.getAuthorities().stream().anyMatch(one -> "ROLE_coordinators".equals(one.getAuthority()));
		if (!coordinator && !participations.get(id).isMentoredBy(viewer.getName())) {
			throw new AccessDeniedException("An evaluation is seen by its mentor and by coordinators.");
		}
	}

	private String page(UUID id, Side side, String address, EvaluationForm form, Map<String, String> errors,
			Model model) {
		var participation = participations.get(id);
		var programme = programmes.programme(participation.programmeId());
		var when = When.of(programme.settings(), Sentences.reader());
		model.addAttribute("participation", participation);
		model.addAttribute("participant", applications.contact(participation.applicationId()).name());
		model.addAttribute("programme", programme);
		model.addAttribute("byMentor", side == Side.MENTOR);
		model.addAttribute("address", address);
		model.addAttribute("criteria", evaluations.criteria(id));
		model.addAttribute("verdicts", Verdict.values());
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("merged", MergedChanges.of(weeks.records(id)));
		model.addAttribute("openUntil",
				evaluations.schedule(id).map(schedule -> when.moment(schedule.closesAt())).orElse(null));
		model.addAttribute("closed", evaluations.closedFor(id, side).orElse(null));
		model.addAttribute("written", evaluations.find(id, side).orElse(null));
		model.addAttribute("writtenByParticipant", evaluations.find(id, Side.PARTICIPANT).orElse(null));
		return "evaluation/evaluation";
	}

	private static String address(UUID id) {
		return "/staff/participations/%s/evaluation".formatted(id);
	}
}
