package org.cohort.selection;

import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.cohort.application.Applications;
import org.cohort.directory.Directory;
import org.cohort.directory.DirectoryUnavailable;
import org.cohort.directory.Person;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.review.Reviews;
import org.cohort.selection.Replacements.Cost;
import org.cohort.selection.Shortlist.Line;
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

import jakarta.annotation.security.RolesAllowed;

/** The committee's pages: the shortlist, one applicant by code, replacing a member, approving. */
@Controller
@RequestMapping("/staff/rounds/{roundId}/shortlist")
@RolesAllowed("committee")
class ShortlistPages {

	/** How many possible replacements are listed; anybody else can be asked for by code. */
	private static final int LISTED = 25;

	private final Deciding deciding;

	private final Proposals proposals;

	private final Programmes programmes;

	private final Applications applications;

	private final Reviews reviews;

	private final Directory directory;

	ShortlistPages(Deciding deciding, Proposals proposals, Programmes programmes, Applications applications,
			Reviews reviews, Directory directory) {
		this.deciding = deciding;
		this.proposals = proposals;
		this.programmes = programmes;
		this.applications = applications;
		this.reviews = reviews;
		this.directory = directory;
	}

	@GetMapping
	String shortlist(@PathVariable UUID roundId, Model model) {
		Round round = round(roundId, model);
		Optional<Proposal> latest = deciding.latest(roundId);
		model.addAttribute("committee", committee());
		if (latest.filter(Proposal::ready).isEmpty()) {
			model.addAttribute("proposal", latest.orElse(null));
			return "selection/waiting";
		}
		show(model, round, deciding.shortlist(roundId), Map.of());
		return "selection/shortlist";
	}

	@PostMapping("/again")
	String again(@PathVariable UUID roundId, Principal principal) {
		programmes.round(roundId);
		proposals.proposeAgain(roundId, principal.getName(), null);
		return "redirect:/staff/rounds/" + roundId + "/shortlist";
	}

	@GetMapping("/applicants/{code}")
	String applicant(@PathVariable UUID roundId, @PathVariable String code, Model model) {
		Round round = round(roundId, model);
		Shortlist shortlist = deciding.shortlist(roundId);
		Line line = line(shortlist, code);
		model.addAttribute("shortlist", shortlist);
		model.addAttribute("line", line);
		model.addAttribute("member", shortlist.members().contains(line.applicationId()));
		model.addAttribute("dossier", applications.dossier(line.applicationId()));
		model.addAttribute("rubric", round.settings().rubric());
		model.addAttribute("verdicts", reviews.verdicts(line.applicationId()));
		return "selection/applicant";
	}

	@GetMapping("/replace/{code}")
	String choose(@PathVariable UUID roundId, @PathVariable String code, @RequestParam(defaultValue = "") String with,
			Model model) {
		replacing(model, roundId, code, with, "", Map.of());
		return "selection/replace";
	}

	@PostMapping("/replace/{code}")
	ModelAndView replace(@PathVariable UUID roundId, @PathVariable String code,
			@RequestParam(defaultValue = "") String with, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String version, Principal principal, Model model,
			RedirectAttributes redirect) {
		programmes.round(roundId);
		Map<String, String> errors = new LinkedHashMap<>();
		if (with.isBlank()) {
			errors.put("with", "Choose who takes the place.");
		}
		reason(reason).ifPresent(error -> errors.put("reason", error));
		if (!errors.isEmpty()) {
			replacing(model, roundId, code, with, reason, errors);
			return new ModelAndView("selection/replace", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		deciding.replace(roundId, version, code, with, reason, principal.getName());
		redirect.addFlashAttribute("notice", code + " is replaced by " + with + ".");
		return new ModelAndView("redirect:/staff/rounds/" + roundId + "/shortlist");
	}

	@PostMapping("/approve")
	ModelAndView approve(@PathVariable UUID roundId, @RequestParam(defaultValue = "") String version,
			@RequestParam(defaultValue = "false") boolean sure, @RequestParam(defaultValue = "") String reason,
			Principal principal, Model model, RedirectAttributes redirect) {
		Round round = round(roundId, model);
		Shortlist shortlist = deciding.shortlist(roundId);
		Map<String, String> errors = new LinkedHashMap<>();
		if (!sure) {
			errors.put("sure", "Confirm that the committee has decided on this cohort.");
		}
		if (shortlist.changed()) {
			reason(reason).ifPresent(error -> errors.put("reason", error));
		}
		if (!errors.isEmpty()) {
			model.addAttribute("committee", committee());
			model.addAttribute("reason", reason);
			show(model, round, shortlist, errors);
			return new ModelAndView("selection/shortlist", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		deciding.approve(roundId, version, reason, principal.getName());
		redirect.addFlashAttribute("notice", "The cohort is approved. Offers and answers go out now.");
		return new ModelAndView("redirect:/staff/rounds/" + roundId + "/shortlist");
	}

	private void show(Model model, Round round, Shortlist shortlist, Map<String, String> errors) {
		model.addAttribute("shortlist", shortlist);
		model.addAttribute("charts", shortlist.figures().comparisons().stream().map(Chart::of).toList());
		model.addAttribute("errors", errors);
		model.addAttribute("zone", round.settings().timeZone());
		model.addAttribute("smallGroup", round.settings().smallGroup());
		Map<String, String> names = new HashMap<>();
		shortlist.changes().forEach(change -> names.computeIfAbsent(change.actor(), this::name));
		if (shortlist.approval() != null) {
			names.computeIfAbsent(shortlist.approval().approvedBy(), this::name);
		}
		model.addAttribute("names", names);
		Map<UUID, Standing> standings = new HashMap<>();
		deciding.standings(round.id()).forEach(standing -> standings.put(standing.applicationId(), standing));
		model.addAttribute("standings", standings);
	}

	private void replacing(Model model, UUID roundId, String code, String with, String reason,
			Map<String, String> errors) {
		round(roundId, model);
		Shortlist shortlist = deciding.shortlist(roundId);
		Line out = shortlist.chosen().stream().filter(line -> line.code().equalsIgnoreCase(code)).findFirst().orElseThrow(
				() -> ShortlistRefused.nobodyWithThisCode(code));
		List<Cost> costs = deciding.replacements(roundId, out);
		Function<Cost, Boolean> asked = cost -> cost.with().code().equalsIgnoreCase(with.strip());
		List<Cost> listed = new ArrayList<>(costs.stream().limit(LISTED).toList());
		costs.stream().skip(LISTED).filter(asked::apply).forEach(listed::addFirst);
		model.addAttribute("shortlist", shortlist);
		model.addAttribute("out", out);
		model.addAttribute("costs", listed);
		model.addAttribute("more", costs.size() - listed.size());
		model.addAttribute("with", with.strip());
		model.addAttribute("unknown", !with.isBlank() && costs.stream().noneMatch(asked::apply));
		model.addAttribute("reason", reason);
		model.addAttribute("errors", errors);
	}

	private Round round(UUID roundId, Model model) {
		Round round = programmes.round(roundId);
		model.addAttribute("round", round);
		return round;
	}

	private static Line line(Shortlist shortlist, String code) {
		return shortlist.line(code).orElseThrow(() -> ShortlistRefused.nobodyWithThisCode(code));
	}

	private static Optional<String> reason(String reason) {
		return reason.strip().length() >= Change.SHORTEST_REASON && reason.length() <= Change.LONGEST_REASON ? Optional.empty()
				: Optional.of("Give a reason of " + Change.SHORTEST_REASON + " to " + Change.LONGEST_REASON
						+ " characters; it is kept with the decision.");
	}

	private List<Person> committee() {
		try {
			return directory.members("committee");
		}
		catch (DirectoryUnavailable away) {
			return List.of();
		}
	}

	private String name(String username) {
		try {
			return directory.person(username).map(Person::name).orElse(username);
		}
		catch (DirectoryUnavailable away) {
			return username;
		}
	}
}
