package org.cohort.programme.web;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeRefused;
import org.cohort.programme.Programmes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a new programme as a copy of one that there is; its settings are edited afterwards, as those of any other. */
@Controller
@RequestMapping("/staff/programmes/new")
@RolesAllowed("administrators")
class NewProgrammePage {

	private static final int LONGEST_NAME = 200;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	NewProgrammePage(Programmes programmes, AuditTrail audit, TransactionTemplate transaction) {
		this.programmes = programmes;
		this.audit = audit;
		this.transaction = transaction;
	}

	/** A new programme as it was typed; the original is named by its short name. */
	record Wish(String original, String name, String slug) {

		Wish {
			original = original.strip();
			name = name.strip();
			slug = slug.strip();
		}
	}

	@GetMapping
	@RolesAllowed("administrators")
	ModelAndView form(@RequestParam(defaultValue = "") String original) {
		return page(new Wish(original, "", ""), Map.of(), HttpStatus.OK);
	}

	@PostMapping
	@RolesAllowed("administrators")
	ModelAndView create(@RequestParam(defaultValue = "") String original, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String slug, Principal who, RedirectAttributes redirect) {
		Wish wish = new Wish(original, name, slug);
		Map<String, String> problems = problems(wish);
		if (!problems.isEmpty()) {
			return page(wish, problems, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Programme made = transaction.execute(status -> copy(wish, who.getName()));
			redirect.addFlashAttribute("notice", "«" + made.name()
					+ "» was made. Nobody can apply to it before you open a round.");
			return new ModelAndView("redirect:/staff/programmes/" + made.id());
		}
		catch (ProgrammeRefused takenMeanwhile) {
			return page(wish, Map.of("slug", takenMeanwhile.getMessage()), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private Programme copy(Wish wish, String author) {
		Programme original = programmes.programmeBySlug(wish.original()).orElseThrow();
		Programme made = programmes.copy(original.id(), wish.slug(), wish.name(), author);
		audit.record(author, "copy-programme", "programme", made.id(), original.slug());
		return made;
	}

	private Map<String, String> problems(Wish wish) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (programmes.programmeBySlug(wish.original()).isEmpty()) {
			problems.put("original", "Please choose the programme whose settings the new one starts with.");
		}
		if (wish.name().isEmpty() || wish.name().length() > LONGEST_NAME) {
			problems.put("name", "Please give it a name of 1 to " + LONGEST_NAME + " characters.");
		}
		Optional<String> problem = programmes.problemWithShortName(wish.slug());
		problem.ifPresent(words -> problems.put("slug", words));
		return problems;
	}

	private ModelAndView page(Wish wish, Map<String, String> problems, HttpStatus status) {
		List<Programme> there = programmes.programmes();
		return new ModelAndView("programme/new", status).addObject("programmes", there).addObject("wish", wish)
				.addObject("problems", problems).addObject("longestName", LONGEST_NAME);
	}
}
