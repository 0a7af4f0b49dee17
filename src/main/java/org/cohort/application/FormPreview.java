package org.cohort.application;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.language.Languages;
import org.cohort.programme.Programme;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows staff the form as applicants see it, in each language, without a round and without keeping anything. */
@Controller
class FormPreview {

	private final Programmes programmes;

	private final FormViews views;

	FormPreview(Programmes programmes, FormViews views) {
		this.programmes = programmes;
		this.views = views;
	}

	@GetMapping("/staff/programmes/{id}/preview")
	@RolesAllowed({ "coordinators", "administrators" })
	String preview(@PathVariable UUID id, Locale reader, Model model) {
		Programme programme = programmes.programme(id);
		model.addAttribute("programme", programme);
		model.addAttribute("languages", Languages.ALL);
		model.addAttribute("form", views.whole(programme.settings(), FormInput.empty(), Map.of(), reader));
		return "application/form-preview";
	}
}
