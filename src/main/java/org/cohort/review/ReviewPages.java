package org.cohort.review;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.DossierPart;
import org.cohort.review.Reviewing.Desk;
import org.cohort.review.Reviewing.Item;
import org.springframework.beans.factory.ObjectProvider;
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

import jakarta.annotation.security.RolesAllowed;

/** A reviewer's list, and the blind dossier with the rubric. */
@Controller
@RequestMapping("/staff/reviews")
@RolesAllowed("reviewers")
class ReviewPages {

	private static final int SHORTEST_REASON = 5;

	private static final int LONGEST_REASON = 500;

	private final Reviewing reviewing;

	private final ObjectProvider<DossierPart> parts;

	private final Clock clock;

	ReviewPages(Reviewing reviewing, ObjectProvider<DossierPart> parts, Clock clock) {
		this.reviewing = reviewing;
		this.parts = parts;
		this.clock = clock;
	}

	@GetMapping
	String mine(Principal principal, Model model) {
		List<Item> mine = reviewing.mine(principal.getName());
		model.addAttribute("open", mine.stream().filter(item -> item.review().open()).toList());
		model.addAttribute("done", mine.stream().filter(item -> !item.review().open()).toList());
		model.addAttribute("now", clock.instant());
		return "review/list";
	}

	@GetMapping("/{reviewId}")
	String desk(@PathVariable UUID reviewId, Principal principal, Model model) {
		Desk desk = reviewing.open(reviewId, principal.getName());
		show(model, desk, new ReviewForm(desk.review().judgement(), Map.of()));
		return "review/desk";
	}

	/** Keeps the draft in any case; sends the review if that was asked for and nothing is missing. */
	@PostMapping("/{reviewId}")
	ModelAndView keep(@PathVariable UUID reviewId, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "save") String action, Principal principal, Model model,
			RedirectAttributes redirect) {
		Desk desk = reviewing.open(reviewId, principal.getName());
		ReviewForm form = ReviewForm.read(desk.rubric(), fields);
		boolean send = action.equals("send");
		if (send && form.errors().isEmpty()) {
			reviewing.submit(reviewId, principal.getName(), form.judgement());
			redirect.addFlashAttribute("notice", "Thank you. Your review of " + desk.dossier().code() + " is sent.");
			return new ModelAndView("redirect:/staff/reviews");
		}
		reviewing.keepDraft(reviewId, principal.getName(), form.judgement());
		if (send || !form.kept()) {
			show(model, desk, form);
			return new ModelAndView("review/desk", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("notice", "Your draft is kept. Only you can see it.");
		return new ModelAndView("redirect:/staff/reviews/" + reviewId);
	}

	/** Called now and then while somebody writes, where JavaScript runs; answers with a few words. */
	@PostMapping("/{reviewId}/autosave")
	ModelAndView autosave(@PathVariable UUID reviewId, @RequestParam MultiValueMap<String, String> fields,
			Principal principal) {
		Desk desk = reviewing.open(reviewId, principal.getName());
		reviewing.keepDraft(reviewId, principal.getName(), ReviewForm.read(desk.rubric(), fields).judgement());
		return new ModelAndView("review/autosaved", "at", clock.instant().atZone(desk.round().settings().timeZone()));
	}

	@PostMapping("/{reviewId}/conflict")
	ModelAndView conflict(@PathVariable UUID reviewId, @RequestParam(defaultValue = "") String reason,
			Principal principal, Model model, RedirectAttributes redirect) {
		Desk desk = reviewing.open(reviewId, principal.getName());
		if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
			show(model, desk, new ReviewForm(desk.review().judgement(), Map.of("reason",
					"Say in a few words what the conflict is, without naming anybody; at most " + LONGEST_REASON
					+ " characters.")));
			return new ModelAndView("review/desk", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		reviewing.declareConflict(reviewId, principal.getName(), reason);
		redirect.addFlashAttribute("notice", "Thank you for saying so. Somebody else will review "
				+ desk.dossier().code() + ".");
		return new ModelAndView("redirect:/staff/reviews");
	}

	@PostMapping("/{reviewId}/abstain")
	String abstain(@PathVariable UUID reviewId, Principal principal, RedirectAttributes redirect) {
		Desk desk = reviewing.open(reviewId, principal.getName());
		reviewing.abstain(reviewId, principal.getName());
		redirect.addFlashAttribute("notice", "You abstained. Somebody else will review " + desk.dossier().code() + ".");
		return "redirect:/staff/reviews";
	}

	private void show(Model model, Desk desk, ReviewForm form) {
		model.addAttribute("parts", parts.stream()
				.map(part -> Map.of("template", part.template(), "model", part.dossier(desk.dossier().applicationId())))
				.filter(part -> !part.get("model").equals(Map.of())).toList());
		model.addAttribute("desk", desk);
		model.addAttribute("form", form);
		model.addAttribute("zone", desk.round().settings().timeZone());
		model.addAttribute("overdue", clock.instant().isAfter(desk.review().dueAt()));
	}
}
