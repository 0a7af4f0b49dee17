package org.cohort.eligibility;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.programme.Programmes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator reads an appeal and decides it, with a reason that the applicant reads. */
@Controller
@RequestMapping("/staff/applications/{id}/appeal")
@RolesAllowed({ "coordinators", "administrators" })
class AppealDecisionPage {

	private static final int LONGEST = 2000;

	private final Appeals appeals;

	private final ScreeningTable screenings;

	private final Reasons reasons;

	private final Applications applications;

	private final Programmes programmes;

	AppealDecisionPage(Appeals appeals, ScreeningTable screenings, Reasons reasons, Applications applications,
			Programmes programmes) {
		this.appeals = appeals;
		this.screenings = screenings;
		this.reasons = reasons;
		this.applications = applications;
		this.programmes = programmes;
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView read(@PathVariable UUID id) {
		return page(id, "", "", Map.of(), HttpStatus.OK);
	}

	@PostMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView decide(@PathVariable UUID id, @RequestParam(defaultValue = "") String decision,
			@RequestParam(defaultValue = "") String reason, Principal principal, RedirectAttributes redirect) {
		String words = reason.strip();
		Map<String, String> errors = new LinkedHashMap<>();
		if (!decision.equals("grant") && !decision.equals("refuse")) {
			errors.put("decision", "Choose whether the application goes into the review.");
		}
		if (words.isEmpty()) {
			errors.put("reason", "Give a reason; the applicant reads it.");
		}
		else if (words.length() > LONGEST) {
			errors.put("reason", "At most " + LONGEST + " characters; this has " + words.length() + ".");
		}
		if (!errors.isEmpty()) {
			return page(id, decision, reason, errors, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!appeals.decide(id, decision.equals("grant"), words, principal.getName())) {
			return page(id, decision, reason, Map.of("decision", "Not saved: the appeal was decided meanwhile, or the "
					+ "application was withdrawn."), HttpStatus.CONFLICT);
		}
		redirect.addFlashAttribute("notice", "The appeal is decided. The applicant is told by mail.");
		return new ModelAndView("redirect:/staff/applications/" + id);
	}

	private ModelAndView page(UUID id, String decision, String reason, Map<String, String> errors, HttpStatus status) {
		Application application = applications.get(id);
		Appeal appeal = appeals.of(id).filter(Appeal::made)
				.orElseThrow(() -> new NoSuchElementException("There is no appeal of this application."));
		return new ModelAndView("eligibility/staff-appeal", status).addObject("one", application)
				.addObject("round", programmes.round(application.roundId())).addObject("appeal", appeal)
				.addObject("open", application.stage() == Stage.APPEALED && appeal.granted() == null)
				.addObject("reasons", screenings.find(id)
						.map(screening -> reasons.words(screening, Locale.ENGLISH)).orElse(List.of()))
				.addObject("decision", decision).addObject("reason", reason).addObject("errors", errors);
	}
}
