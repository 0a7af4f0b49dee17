package org.cohort.application;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator blacks out what tells reviewers who somebody is. */
@Controller
@RequestMapping("/staff/applications/{id}/redaction")
@RolesAllowed({ "coordinators", "administrators" })
class RedactionPage {

	private final Redactions redactions;

	private final Applications applications;

	private final Programmes programmes;

	RedactionPage(Redactions redactions, Applications applications, Programmes programmes) {
		this.redactions = redactions;
		this.applications = applications;
		this.programmes = programmes;
	}

	/** Something in the text that may tell who wrote it. */
	record Suggestion(String passage, int times) {
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView show(@PathVariable UUID id) {
		return page(id, "", null, HttpStatus.OK);
	}

	@PostMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView blackOut(@PathVariable UUID id, @RequestParam(defaultValue = "") String passage,
			@RequestParam(required = false) @Nullable List<String> found, Principal who, RedirectAttributes redirect) {
		List<String> passages = new ArrayList<>(found == null ? List.of() : found);
		if (!passage.isBlank()) {
			passages.add(passage.strip());
		}
		String problem = problem(passages, applications.unredacted(id).texts());
		if (problem != null) {
			return page(id, passage, problem, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		int added = redactions.blackOut(id, passages, who.getName());
		redirect.addFlashAttribute("notice", added == 0 ? "That was blacked out already."
				: "Blacked out. Reviewers see a bar from now on; the answer itself stays as it was written.");
		return new ModelAndView("redirect:/staff/applications/" + id + "/redaction");
	}

	@PostMapping("/undo")
	@RolesAllowed({ "coordinators", "administrators" })
	String undo(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID redaction, Principal who,
			RedirectAttributes redirect) {
		if (redaction != null) {
			redactions.undo(id, redaction, who.getName());
			redirect.addFlashAttribute("notice", "Reviewers can read that passage again.");
		}
		return "redirect:/staff/applications/" + id + "/redaction";
	}

	private static @Nullable String problem(List<String> passages, List<String> texts) {
		if (passages.isEmpty()) {
			return "Mark or type a passage, or tick one that was found.";
		}
		for (String passage : passages) {
			if (passage.strip().length() < 2 || passage.length() > Redactions.LONGEST_PASSAGE) {
				return "A passage has 2 to " + Redactions.LONGEST_PASSAGE + " characters.";
			}
			if (Blackout.count(texts, passage) == 0) {
				return "«" + passage + "» does not stand in what reviewers see, at least not as whole words. Nothing was "
						+ "blacked out.";
			}
		}
		return null;
	}

	private ModelAndView page(UUID id, String passage, @Nullable String problem, HttpStatus status) {
		Application application = applications.get(id);
		Dossier original = applications.unredacted(id);
		List<String> texts = original.texts();
		List<Redaction> all = redactions.of(id);
		List<String> held = all.stream().filter(Redaction::holds).map(Redaction::passage).toList();
		List<String> left = texts.stream().map(text -> Blackout.apply(text, held)).toList();
		return new ModelAndView("application/redaction", status).addObject("one", application)
			.addObject("zone", programmes.round(application.roundId()).settings().timeZone())
			.addObject("dossier", applications.dossier(id))
			.addObject("held", all.stream().filter(Redaction::holds).toList())
			.addObject("undone", all.stream().filter(redaction -> !redaction.holds()).toList())
			.addObject("suggestions", Blackout.suggestions(left, applications.contact(id)).stream()
				.map(found -> new Suggestion(found, Blackout.count(texts, found))).toList())
			.addObject("passage", passage)
			.addObject("problem", problem);
	}
}
