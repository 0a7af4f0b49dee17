package org.cohort.application;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Programmes;
import org.cohort.programme.QuestionSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People who may have applied twice: the list of a round, two side by side, and the decision. */
@Controller
@RequestMapping("/staff/rounds/{id}/duplicates")
@RolesAllowed({ "coordinators", "administrators" })
class StaffDuplicates {

	private final Duplicates duplicates;

	private final ApplicationTable table;

	private final Programmes programmes;

	StaffDuplicates(Duplicates duplicates, ApplicationTable table, Programmes programmes) {
		this.duplicates = duplicates;
		this.table = table;
		this.programmes = programmes;
	}

	/** One question with both answers. */
	record Line(String key, String label, List<String> first, List<String> second) {

		public boolean same() {
			return first.equals(second);
		}
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	String all(@PathVariable UUID id, Model model) {
		model.addAttribute("round", programmes.round(id));
		model.addAttribute("pairs", duplicates.of(id));
		return "application/staff-duplicates";
	}

	@GetMapping("/{first}/{second}")
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView two(@PathVariable UUID id, @PathVariable UUID first, @PathVariable UUID second) {
		return page(id, first, second, null, HttpStatus.OK);
	}

	@PostMapping("/{first}/{second}")
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView decide(@PathVariable UUID id, @PathVariable UUID first, @PathVariable UUID second,
			@RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String keep,
			@RequestParam MultiValueMap<String, String> parameters, Principal who, RedirectAttributes redirect) {
		PairTable.Pair pair = duplicates.get(first, second); // «first» on the page is the first of the pair
		try {
			if (decision.equals("different")) {
				duplicates.different(pair.first(), pair.second(), who.getName());
				redirect.addFlashAttribute("notice", "These are different people. Both applications go on.");
			}
			else {
				UUID kept = keep.equals("first") ? pair.first() : keep.equals("second") ? pair.second() : new UUID(0, 0);
				String other = keep.equals("first") ? "second" : "first";
				Set<String> fromOther = parameters.keySet().stream().filter(name -> name.startsWith("q."))
						.filter(name -> other.equals(parameters.getFirst(name))).map(name -> name.substring(2))
						.collect(Collectors.toSet());
				duplicates.merge(pair.first(), pair.second(), kept, fromOther, who.getName());
				redirect.addFlashAttribute("notice", "This is one person. One application goes on, the other has ended.");
			}
		}
		catch (IllegalArgumentException refused) {
			return page(id, first, second, refused.getMessage(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return new ModelAndView("redirect:/staff/rounds/" + id + "/duplicates");
	}

	private ModelAndView page(UUID id, UUID first, UUID second, @Nullable String problem, HttpStatus status) {
		PairTable.Pair pair = duplicates.get(first, second);
		Application one = table.get(pair.first());
		QuestionSet questions = programmes.questions(one.programmeVersion());
		Answers ones = table.answers(pair.first());
		Answers others = table.answers(pair.second());
		List<Line> lines = new ArrayList<>();
		questions.questions().forEach(question -> lines.add(new Line(question.key(), question.label().in(Locale.ENGLISH),
				AnswerReading.readable(question, ones), AnswerReading.readable(question, others))));
		return new ModelAndView("application/staff-duplicate", status).addObject("round", programmes.round(id))
				.addObject("pair", pair).addObject("first", one).addObject("second", table.get(pair.second()))
				.addObject("firstContact", table.contact(pair.first()))
				.addObject("secondContact", table.contact(pair.second()))
				.addObject("lines", lines).addObject("problem", problem);
	}
}
