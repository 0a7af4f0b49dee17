package org.cohort.selection;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.application.Applications;
import org.cohort.programme.Round;
import org.cohort.review.Reviews;
import org.cohort.selection.Replacements.Cost;
import org.cohort.selection.Restriction.Kind;
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

/** One applicant by code: dossier, reviews, why chosen or not, notes, pin or exclusion, replacing a member. */
@Controller
@RequestMapping("/staff/rounds/{roundId}/shortlist")
@RolesAllowed("committee")
class CandidatePages {

	/** How many possible replacements are listed; anybody else can be asked for by code. */
	private static final int LISTED = 25;

	private final Deciding deciding;

	private final Restrictions restrictions;

	private final Notes notes;

	private final Applications applications;

	private final Reviews reviews;

	private final ShortlistView view;

	CandidatePages(Deciding deciding, Restrictions restrictions, Notes notes, Applications applications, Reviews reviews,
			ShortlistView view) {
		this.deciding = deciding;
		this.restrictions = restrictions;
		this.notes = notes;
		this.applications = applications;
		this.reviews = reviews;
		this.view = view;
	}

	@GetMapping("/applicants/{code}")
	String applicant(@PathVariable UUID roundId, @PathVariable String code, Model model) {
		show(roundId, code, Map.of(), model);
		return "selection/applicant";
	}

	@PostMapping("/applicants/{code}/notes")
	ModelAndView note(@PathVariable UUID roundId, @PathVariable String code, @RequestParam(defaultValue = "") String text,
			Principal principal, Model model, RedirectAttributes redirect) {
		if (text.isBlank() || text.length() > Notes.LONGEST) {
			model.addAttribute("text", text);
			show(roundId, code, Map.of("text", "Write a note of 1 to " + Notes.LONGEST + " characters."), model);
			return new ModelAndView("selection/applicant", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Line line = line(roundId, code, model);
		notes.write(roundId, line.applicationId(), text.strip(), principal.getName());
		redirect.addFlashAttribute("notice", "The note is saved.");
		return back(roundId, line, "#notes");
	}

	@PostMapping("/applicants/{code}/restrict")
	ModelAndView restrict(@PathVariable UUID roundId, @PathVariable String code,
			@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String why, Principal principal,
			Model model, RedirectAttributes redirect) {
		Map<String, String> errors = new LinkedHashMap<>();
		if (!kind.equals("pin") && !kind.equals("exclusion")) {
			errors.put("kind", "Choose whether they must be in the cohort or must not be.");
		}
		ShortlistView.wrongReason(why).ifPresent(error -> errors.put("why", error));
		if (!errors.isEmpty()) {
			model.addAttribute("why", why);
			model.addAttribute("kind", kind);
			show(roundId, code, errors, model);
			return new ModelAndView("selection/applicant", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Line line = undecided(roundId, code, model);
		restrictions.restrict(roundId, line.applicationId(), Kind.valueOf(kind.toUpperCase(Locale.ROOT)), why.strip(),
				principal.getName());
		redirect.addFlashAttribute("notice", "Saved. It counts from the next computation on.");
		return back(roundId, line, "#decision");
	}

	@PostMapping("/applicants/{code}/lift")
	ModelAndView lift(@PathVariable UUID roundId, @PathVariable String code, Principal principal, Model model,
			RedirectAttributes redirect) {
		Line line = undecided(roundId, code, model);
		restrictions.lift(roundId, line.applicationId(), principal.getName());
		redirect.addFlashAttribute("notice", "Lifted. It counts from the next computation on.");
		return back(roundId, line, "#decision");
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
		view.round(roundId, model);
		Map<String, String> errors = new LinkedHashMap<>();
		if (with.isBlank()) {
			errors.put("with", "Choose who takes the place.");
		}
		ShortlistView.wrongReason(reason).ifPresent(error -> errors.put("reason", error));
		if (!errors.isEmpty()) {
			replacing(model, roundId, code, with, reason, errors);
			return new ModelAndView("selection/replace", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		deciding.replace(roundId, version, code, with, reason, principal.getName());
		redirect.addFlashAttribute("notice", code + " is replaced by " + with + ".");
		return new ModelAndView("redirect:/staff/rounds/" + roundId + "/shortlist");
	}

	private void show(UUID roundId, String code, Map<String, String> errors, Model model) {
		Round round = view.round(roundId, model);
		Shortlist shortlist = deciding.shortlist(roundId);
		Line line = ShortlistView.line(shortlist, code);
		UUID id = line.applicationId();
		List<Notes.Note> written = notes.of(id);
		model.addAttribute("shortlist", shortlist);
		model.addAttribute("line", line);
		model.addAttribute("member", shortlist.members().contains(id));
		Reason reason = deciding.reasons(shortlist, List.of(id)).get(id);
		model.addAttribute("reason", reason);
		model.addAttribute("otherPutIn", reason != null && reason.other() != null
				&& shortlist.line(reason.other()).filter(Line::added).isPresent());
		model.addAttribute("name", view.applicants(round, List.of(id)).get(id));
		model.addAttribute("notes", written);
		model.addAttribute("restriction",
				restrictions.inForce(roundId).stream().filter(one -> one.applicationId().equals(id)).findFirst().orElse(null));
		model.addAttribute("names", view.staff(written.stream().map(Notes.Note::author).toList()));
		model.addAttribute("dossier", applications.dossier(id));
		model.addAttribute("rubric", round.settings().rubric());
		model.addAttribute("verdicts", reviews.verdicts(id));
		model.addAttribute("errors", errors);
	}

	private void replacing(Model model, UUID roundId, String code, String with, String reason,
			Map<String, String> errors) {
		view.round(roundId, model);
		Shortlist shortlist = deciding.shortlist(roundId);
		Line out = shortlist.chosen().stream().filter(line -> line.code().equalsIgnoreCase(code)).findFirst().orElseThrow(
				() -> ShortlistRefused.nobodyWithThisCode(code));
		List<Cost> costs = deciding.replacements(roundId, out);
		Predicate<Cost> asked = cost -> cost.with().code().equalsIgnoreCase(with.strip());
		List<Cost> listed = new ArrayList<>(costs.stream().limit(LISTED).toList());
		costs.stream().skip(LISTED).filter(asked).forEach(listed::addFirst);
		model.addAttribute("shortlist", shortlist);
		model.addAttribute("out", out);
		model.addAttribute("costs", listed);
		model.addAttribute("more", costs.size() - listed.size());
		model.addAttribute("with", with.strip());
		model.addAttribute("unknown", !with.isBlank() && costs.stream().noneMatch(asked));
		model.addAttribute("reason", reason);
		model.addAttribute("errors", errors);
	}

	private Line line(UUID roundId, String code, Model model) {
		view.round(roundId, model);
		return ShortlistView.line(deciding.shortlist(roundId), code);
	}

	private Line undecided(UUID roundId, String code, Model model) {
		view.round(roundId, model);
		Shortlist shortlist = deciding.shortlist(roundId);
		if (shortlist.approval() != null) {
			throw ShortlistRefused.approved();
		}
		return ShortlistView.line(shortlist, code);
	}

	private static ModelAndView back(UUID roundId, Line line, String anchor) {
		return new ModelAndView("redirect:/staff/rounds/" + roundId + "/shortlist/applicants/" + line.code() + anchor);
	}
}
