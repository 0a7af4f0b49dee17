package org.cohort.selection;

import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.programme.Round;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The committee's shortlist: looking at it, computing it again, comparing, approving. */
@Controller
@RequestMapping("/staff/rounds/{roundId}/shortlist")
@RolesAllowed("committee")
class ShortlistPages {

	/** How many of the rest of the pool are listed at first; the others can be shown or found by their code. */
	private static final int LISTED = 50;

	private final Deciding deciding;

	private final Proposals proposals;

	private final Restrictions restrictions;

	private final Notes notes;

	private final Publication publication;

	private final ShortlistView view;

	ShortlistPages(Deciding deciding, Proposals proposals, Restrictions restrictions, Notes notes, Publication publication,
			ShortlistView view) {
		this.deciding = deciding;
		this.proposals = proposals;
		this.restrictions = restrictions;
		this.notes = notes;
		this.publication = publication;
		this.view = view;
	}

	@GetMapping
	String shortlist(@PathVariable UUID roundId, @RequestParam(defaultValue = "false") boolean all,
			@RequestParam(defaultValue = "") String code, Model model) {
		Round round = view.round(roundId, model);
		Optional<Proposal> latest = deciding.latest(roundId);
		if (latest.filter(Proposal::ready).isEmpty()) {
			waiting(model, latest.orElse(null));
			return "selection/waiting";
		}
		Shortlist shortlist = deciding.shortlist(roundId);
		if (!code.isBlank() && shortlist.line(code.strip()).isPresent()) {
			return "redirect:/staff/rounds/" + roundId + "/shortlist/applicants/" + shortlist.line(code.strip()).get().code();
		}
		model.addAttribute("unknown", code.strip());
		show(model, round, shortlist, Map.of(), all);
		return "selection/shortlist";
	}

	/** The part of the page that changes while a cohort is computed. */
	@GetMapping("/progress")
	String progress(@PathVariable UUID roundId, Model model) {
		view.round(roundId, model);
		waiting(model, deciding.latest(roundId).orElse(null));
		return "selection/waiting :: progress";
	}

	@PostMapping("/again")
	String again(@PathVariable UUID roundId, @RequestParam(required = false) @Nullable Double tolerance,
			Principal principal, Model model) {
		view.round(roundId, model);
		proposals.proposeAgain(roundId, principal.getName(),
				tolerance == null || !(tolerance >= 0 && tolerance <= 1) ? null : tolerance);
		return "redirect:/staff/rounds/" + roundId + "/shortlist";
	}

	@PostMapping("/cancel")
	String cancel(@PathVariable UUID roundId, Principal principal, Model model) {
		view.round(roundId, model);
		proposals.cancel(roundId, principal.getName());
		return "redirect:/staff/rounds/" + roundId + "/shortlist";
	}

	@GetMapping("/compare")
	String compare(@PathVariable UUID roundId, @RequestParam(defaultValue = "") String one,
			@RequestParam(defaultValue = "") String other, Model model) {
		view.round(roundId, model);
		Shortlist shortlist = deciding.shortlist(roundId);
		List<Alternative> all = Alternative.all(deciding.all(roundId));
		Alternative first = Alternative.find(all, one)
			.orElseGet(() -> Alternative.find(all, String.valueOf(shortlist.proposal().number())).orElseThrow());
		Alternative second = Alternative.find(all, other)
			.orElseGet(() -> all.stream().filter(alternative -> alternative != first).findFirst().orElse(first));
		model.addAttribute("shortlist", shortlist);
		model.addAttribute("all", all);
		model.addAttribute("one", first);
		model.addAttribute("other", second);
		model.addAttribute("contrasts", Contrast.of(first.figures(), second.figures()));
		return "selection/compare";
	}

	@PostMapping("/approve")
	ModelAndView approve(@PathVariable UUID roundId, @RequestParam(defaultValue = "") String version,
			@RequestParam(defaultValue = "false") boolean sure, @RequestParam(defaultValue = "") String reason,
			Principal principal, Model model, RedirectAttributes redirect) {
		Round round = view.round(roundId, model);
		Shortlist shortlist = deciding.shortlist(roundId);
		Map<String, String> errors = new LinkedHashMap<>();
		if (!sure) {
			errors.put("sure", "Confirm that the committee has decided on this cohort.");
		}
		if (shortlist.changed()) {
			ShortlistView.wrongReason(reason).ifPresent(error -> errors.put("reason", error));
		}
		if (!errors.isEmpty()) {
			model.addAttribute("reason", reason);
			show(model, round, shortlist, errors, false);
			return new ModelAndView("selection/shortlist", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		boolean approved = deciding.approve(roundId, version, reason, principal.getName());
		redirect.addFlashAttribute("notice", approved ? "The cohort is approved. Offers and answers go out now."
				: "You have approved this cohort. Somebody else of the committee must approve it too.");
		return new ModelAndView("redirect:/staff/rounds/" + roundId + "/shortlist");
	}

	@PostMapping("/publish")
	String publish(@PathVariable UUID roundId, Principal principal, Model model, RedirectAttributes redirect) {
		view.round(roundId, model);
		publication.publish(roundId, principal.getName());
		redirect.addFlashAttribute("notice", "The numbers are published.");
		return "redirect:/staff/rounds/" + roundId + "/shortlist";
	}

	private void waiting(Model model, @Nullable Proposal proposal) {
		model.addAttribute("proposal", proposal);
		model.addAttribute("progress",
				proposal == null ? null : proposals.watch(proposal.id()).map(Watch::latest).orElse(null));
	}

	private void show(Model model, Round round, Shortlist shortlist, Map<String, String> errors, boolean all) {
		List<UUID> members = shortlist.members();
		model.addAttribute("shortlist", shortlist);
		model.addAttribute("rules", round.settings().selection());
		model.addAttribute("charts", shortlist.figures().comparisons().stream().map(Chart::of).toList());
		model.addAttribute("frontier", FrontierChart.of(shortlist.proposal().readyResult().frontier(), members));
		model.addAttribute("reasons", deciding.reasons(shortlist, members));
		model.addAttribute("notes", notes.counts(round.id()));
		model.addAttribute("applicants", view.applicants(round, members));
		model.addAttribute("others", all ? shortlist.others() : shortlist.others().stream().limit(LISTED).toList());
		model.addAttribute("errors", errors);
		model.addAttribute("smallGroup", round.settings().smallGroup());
		model.addAttribute("committee", view.committee());
		List<Restriction> decided = restrictions.inForce(round.id());
		model.addAttribute("restrictions", decided);
		List<String> actors = new ArrayList<>(decided.stream().map(Restriction::actor).toList());
		shortlist.changes().forEach(change -> actors.add(change.actor()));
		shortlist.consents().forEach(consent -> actors.add(consent.actor()));
		Approval approval = shortlist.approval();
		if (approval != null) {
			actors.add(approval.approvedBy());
		}
		model.addAttribute("names", view.staff(actors));
		Map<UUID, Standing> standings = new HashMap<>();
		deciding.standings(round.id()).forEach(standing -> standings.put(standing.applicationId(), standing));
		model.addAttribute("standings", standings);
		model.addAttribute("published", publication.of(round.id()).orElse(null));
	}
}
