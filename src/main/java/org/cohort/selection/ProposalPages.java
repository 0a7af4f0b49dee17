package org.cohort.selection;

import java.security.Principal;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Stored proposals, checked again and exported. The committee sees what the independent check finds; the document,
 * which says who has which value, is for administrators only.
 */
@Controller
@RequestMapping("/staff/rounds/{roundId}/proposals/{number}")
@RolesAllowed({ "committee", "administrators" })
class ProposalPages {

	private final ProposalDocuments documents;

	private final ShortlistView view;

	ProposalPages(ProposalDocuments documents, ShortlistView view) {
		this.documents = documents;
		this.view = view;
	}

	@GetMapping
	String proposal(@PathVariable UUID roundId, @PathVariable int number, Model model) {
		view.round(roundId, model);
		model.addAttribute("number", number);
		return "selection/proposal";
	}

	@PostMapping("/check")
	String check(@PathVariable UUID roundId, @PathVariable int number, Principal principal, Model model) {
		view.round(roundId, model);
		model.addAttribute("number", number);
		model.addAttribute("verification", documents.check(roundId, number, principal.getName()));
		return "selection/proposal";
	}

	@PostMapping("/export")
	@RolesAllowed("administrators")
	ResponseEntity<String> export(@PathVariable UUID roundId, @PathVariable int number, Principal principal, Model model) {
		String slug = view.round(roundId, model).slug();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + slug + "-proposal-" + number + ".json\"")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(documents.export(roundId, number, principal.getName()));
	}
}
