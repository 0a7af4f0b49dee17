package org.cohort.eligibility;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.cohort.programme.Round;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator asks an applicant for more. */
@Controller
@RequestMapping("/staff/applications/{id}/ask")
@RolesAllowed({ "coordinators", "administrators" })
class AskPage {

	static final int LONGEST_NOTE = 2000;

	private final Enquiries enquiries;

	private final Applications applications;

	private final Programmes programmes;

	AskPage(Enquiries enquiries, Applications applications, Programmes programmes) {
		this.enquiries = enquiries;
		this.applications = applications;
		this.programmes = programmes;
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView form(@PathVariable UUID id) {
		return page(id, List.of(), "", Map.of(), HttpStatus.OK);
	}

	@PostMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView ask(@PathVariable UUID id, @RequestParam(required = false) List<String> questions,
			@RequestParam(defaultValue = "") String note, Principal principal, RedirectAttributes redirect) {
		List<String> known = questions(id).stream().map(Question::key).toList();
		List<String> chosen = questions == null ? List.of() : questions.stream().filter(known::contains).toList();
		String words = note.strip();
		Map<String, String> errors = new LinkedHashMap<>();
		if (chosen.isEmpty()) {
			errors.put("questions", "Choose at least one question that is opened again.");
		}
		if (words.isEmpty()) {
			errors.put("note", "Write to the applicant what you would like to know.");
		}
		else if (words.length() > LONGEST_NOTE) {
			errors.put("note", "At most " + LONGEST_NOTE + " characters; this has " + words.length() + ".");
		}
		if (!errors.isEmpty()) {
			return page(id, chosen, note, errors, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!enquiries.ask(id, chosen, words, principal.getName())) {
			return page(id, chosen, note, Map.of(), HttpStatus.CONFLICT);
		}
		redirect.addFlashAttribute("notice", "The applicant is asked by mail. The application comes back with the answers.");
		return new ModelAndView("redirect:/staff/applications/" + id);
	}

	private ModelAndView page(UUID id, List<String> chosen, String note, Map<String, String> errors,
			HttpStatus status) {
		Application application = applications.get(id);
		Round round = programmes.round(application.roundId());
		return new ModelAndView("eligibility/staff-ask", status).addObject("one", application).addObject("round", round)
				.addObject("questions", questions(id)).addObject("chosen", chosen).addObject("note", note)
				.addObject("errors", errors).addObject("possible", enquiries.possible(id))
				.addObject("longestNote", LONGEST_NOTE);
	}

	private List<Question> questions(UUID id) {
		return programmes.questions(applications.get(id).programmeVersion()).questions();
	}
}
