package org.cohort.review;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.annotation.security.RolesAllowed;

/** Where coordinators note when reviewers are away, and take it back. Shown among what is noted about reviewers. */
@Controller
@RequestMapping("/staff/reviewers/absences")
@RolesAllowed({ "coordinators", "administrators" })
class AbsencesPage {

	private final Absences absences;

	private final ReviewersPage reviewers;

	private final Replanning replanning;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AbsencesPage(Absences absences, ReviewersPage reviewers, Replanning replanning, AuditTrail audit,
			TransactionTemplate transaction, Clock clock) {
		this.absences = absences;
		this.reviewers = reviewers;
		this.replanning = replanning;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Days as they were typed. */
	record Entry(String username, String first, String last) {
	}

	@PostMapping
	ModelAndView add(@RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "") String first,
			@RequestParam(defaultValue = "") String last, Principal who, Model model,
			RedirectAttributes redirect) {
		Reviewer reviewer = reviewers.reviewer(username);
		Absence absence;
		try {
			absence = new Absence(UUID.randomUUID(), day(first), day(last));
		}
		catch (IllegalArgumentException wrong) {
			reviewers.show(model, null, wrong.getMessage());
			model.addAttribute("absence", new Entry(username, first, last));
			return new ModelAndView("review/reviewers", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Integer taken = transaction.execute(status -> {
			if (absences.add(username, absence, who.getName(), clock.instant())) {
				audit.record(who.getName(), "note-absence", "reviewer", reviewer.id(),
						username + " from " + absence.first() + " to " + absence.last());
			}
			return absence.on(today()) ? replanning.leave(username, who.getName()) : 0;
		});
		redirect.addFlashAttribute("notice", "The absence of " + reviewer.person().name() + " is noted."
				+ (taken == null || taken == 0 ? "" : " As they are away, " + taken
						+ (taken == 1 ? " review that was" : " reviews that were") + " not begun goes to somebody else."));
		return new ModelAndView("redirect:/staff/reviewers");
	}

	@PostMapping("/{id}/undo")
	String undo(@PathVariable UUID id, Principal who, RedirectAttributes redirect) {
		Optional<String> whose = transaction.execute(status -> {
			Optional<String> username = absences.remove(id);
			username.ifPresent(name -> audit.record(who.getName(), "undo-absence", "reviewer", Reviewer.id(name), name));
			return username;
		});
		redirect.addFlashAttribute("notice", whose != null && whose.isPresent()
				? "The absence is undone. Reviews that others have by now stay with them." : "The absence was undone before.");
		return "redirect:/staff/reviewers";
	}

	private static LocalDate day(String text) {
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeException wrong) {
			throw new IllegalArgumentException("Give the first and the last day away, each like 2027-03-31");
		}
	}

	private LocalDate today() {
		return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
	}
}
