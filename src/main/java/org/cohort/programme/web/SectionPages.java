package org.cohort.programme.web;

import java.security.Principal;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeTree;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sections of a programme's settings, each a form that is saved as one. */
@Controller
@RequestMapping("/staff/programmes/{id}/settings/{section}")
class SectionPages {

	private final Programmes programmes;

	private final Editing editing;

	SectionPages(Programmes programmes, Editing editing) {
		this.programmes = programmes;
		this.editing = editing;
	}

	@GetMapping
	@RolesAllowed("administrators")
	ModelAndView form(@PathVariable UUID id, @PathVariable("section") String word) {
		Section section = Section.named(word);
		Programme programme = programmes.programme(id);
		return titled(section, id, FormPage.of(programme, section.fields(),
				FormPage.typed(section.fields(), ProgrammeTree.of(programme))));
	}

	@PostMapping
	@RolesAllowed("administrators")
	ModelAndView save(@PathVariable UUID id, @PathVariable("section") String word,
			@RequestParam(defaultValue = "0") long version, @RequestParam MultiValueMap<String, String> typed,
			Principal who, RedirectAttributes redirect) {
		Section section = Section.named(word);
		Editing.Result result = editing.save(id, version, Editing.Target.of(section), typed, who.getName());
		if (result instanceof Editing.Result.Refused refused) {
			return titled(section, id, FormPage.again(programmes.programme(id), section.fields(), typed, refused));
		}
		redirect.addFlashAttribute("notice", FormPage.notice(result, section.title()));
		return new ModelAndView("redirect:/staff/programmes/" + id);
	}

	private static ModelAndView titled(Section section, UUID id, ModelAndView page) {
		return page.addObject("action", "/staff/programmes/" + id + "/settings/" + section.word())
				.addObject("heading", section.title()).addObject("lead", section.lead()).addObject("back", "");
	}
}
