package org.cohort.reporting.web;

import java.security.Principal;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Programmes;
import org.cohort.reporting.Conclusions;
import org.cohort.reporting.ConclusionsDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Coordinators write what they conclude from a round, with drafts and a preview of the whole summary. */
@Controller
@RolesAllowed("coordinators")
class ConclusionsPage {

	private final ConclusionsDesk desk;

	private final Programmes programmes;

	ConclusionsPage(ConclusionsDesk desk, Programmes programmes) {
		this.desk = desk;
		this.programmes = programmes;
	}

	@GetMapping("/staff/rounds/{id}/conclusions")
	String show(@PathVariable UUID id, Model model) {
		var latest = desk.latest(id);
		return page(id, latest.conclusions(), latest.advice(), model);
	}

	@PostMapping("/staff/rounds/{id}/conclusions")
	String save(@PathVariable UUID id, @RequestParam(defaultValue = "") String conclusions,
			@RequestParam(defaultValue = "") String advice, @RequestParam(defaultValue = "draft") String action,
			Principal author, Model model, RedirectAttributes redirect) {
		programmes.round(id);
		Conclusions written;
		try {
			written = new Conclusions(conclusions.strip(), advice.strip(), action.equals("finish"));
		}
		catch (IllegalArgumentException refused) {
			model.addAttribute("conclusionsError", refused.getMessage());
			return page(id, conclusions, advice, model);
		}
		if (!desk.save(id, written, author.getName())) {
			model.addAttribute("problem", "These conclusions are finished already; nothing was changed.");
			return page(id, conclusions, advice, model);
		}
		redirect.addFlashAttribute("notice", written.finished() ? "Finished. The summary is being sent."
				: "The draft is saved.");
		return action.equals("preview") ? "redirect:/staff/rounds/{id}/reports/summary"
				: "redirect:/staff/rounds/{id}/conclusions";
	}

	private String page(UUID id, String conclusions, String advice, Model model) {
		model.addAttribute("round", programmes.round(id));
		model.addAttribute("conclusions", conclusions);
		model.addAttribute("advice", advice);
		model.addAttribute("finished", desk.latest(id).finished());
		return "reporting/conclusions";
	}
}
