package org.cohort.review;

import java.security.Principal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.cohort.application.Applications;
import org.cohort.application.Summary;
import org.cohort.audit.AuditTrail;
import org.cohort.charts.Colour;
import org.cohort.charts.Rows;
import org.cohort.charts.Rows.Row;
import org.cohort.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.annotation.security.RolesAllowed;

/** Who reviews what in a round: how the loads are, what a new assignment would change, and the pins. */
@Controller
@RequestMapping("/staff/rounds/{roundId}/assignment")
@RolesAllowed({ "coordinators", "administrators" })
class AssignmentPages {

	private final Replanning replanning;

	private final PinStore pins;

	private final Applications applications;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	AssignmentPages(Replanning replanning, PinStore pins, Applications applications, Programmes programmes,
			AuditTrail audit, TransactionTemplate transaction, Clock clock) {
		this.replanning = replanning;
		this.pins = pins;
		this.applications = applications;
		this.programmes = programmes;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	@GetMapping
	String preview(@PathVariable UUID roundId, Model model) {
		show(roundId, model);
		return "review/assignment";
	}

	@PostMapping
	ModelAndView apply(@PathVariable UUID roundId, @RequestParam(defaultValue = "") String fingerprint, Principal who,
			Model model, RedirectAttributes redirect) {
		if (replanning.apply(roundId, fingerprint, who.getName())) {
			redirect.addFlashAttribute("notice", "The reviews are dealt anew. Tasks follow within a moment.");
			return new ModelAndView("redirect:/staff/rounds/" + roundId + "/assignment");
		}
		show(roundId, model);
		model.addAttribute("problem", "Meanwhile something has changed, so nothing was applied. This is how it would be "
				+ "now; please look again.");
		return new ModelAndView("review/assignment", HttpStatus.CONFLICT);
	}

	@PostMapping("/pins")
	ModelAndView pin(@PathVariable UUID roundId, @RequestParam(defaultValue = "") String code,
			@RequestParam(defaultValue = "") String reviewer, @RequestParam(defaultValue = "") String kind, Principal who,
			Model model, RedirectAttributes redirect) {
		Optional<Summary> application = applications.inRound(roundId).stream()
			.filter(summary -> summary.code().equalsIgnoreCase(code.strip())).findFirst();
		Replan replan = show(roundId, model);
		boolean known = replan.reviewers().stream().anyMatch(one -> one.username().equals(reviewer));
		if (application.isEmpty() || !known || !kind.matches("wanted|unwanted")) {
			model.addAttribute("problem", application.isEmpty()
					? "No application of this round has the code «" + code.strip() + "»."
					: "Choose a reviewer, and whether they must or must not get it.");
			model.addAttribute("code", code);
			return new ModelAndView("review/assignment", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Pin pin = new Pin(application.get().id(), roundId, reviewer, kind.equals("wanted"));
		transaction.executeWithoutResult(status -> {
			pins.keep(pin, who.getName(), clock.instant());
			audit.record(who.getName(), pin.wanted() ? "pin-reviewer" : "keep-reviewer-off", "application",
					pin.applicationId(), reviewer);
		});
		redirect.addFlashAttribute("notice", "Kept. It counts for what is assigned from now on; apply the new assignment "
				+ "below to change what is assigned already.");
		return new ModelAndView("redirect:/staff/rounds/" + roundId + "/assignment");
	}

	@PostMapping("/pins/remove")
	String unpin(@PathVariable UUID roundId, @RequestParam(required = false) @Nullable UUID application,
			@RequestParam(defaultValue = "") String reviewer, Principal who, RedirectAttributes redirect) {
		transaction.executeWithoutResult(status -> {
			if (application != null && pins.remove(application, reviewer)) {
				audit.record(who.getName(), "unpin-reviewer", "application", application, reviewer);
			}
		});
		redirect.addFlashAttribute("notice", "Removed.");
		return "redirect:/staff/rounds/" + roundId + "/assignment";
	}

	private Replan show(UUID roundId, Model model) {
		Replan replan = replanning.preview(roundId);
		Map<String, Reviewer> byName = replan.reviewers().stream()
			.collect(Collectors.toMap(Reviewer::username, Function.identity()));
		Map<UUID, String> codes = applications.inRound(roundId).stream()
			.collect(Collectors.toMap(Summary::id, Summary::code));
		model.addAttribute("round", programmes.round(roundId));
		model.addAttribute("replan", replan);
		model.addAttribute("byName", byName);
		model.addAttribute("codes", codes);
		model.addAttribute("pins", pins.ofRound(roundId));
		model.addAttribute("vacancies", pins.vacancies(roundId));
		model.addAttribute("picture", picture(replan));
		return replan;
	}

	private static String picture(Replan replan) {
		Map<String, Integer> then = replan.then();
		double most = Math.max(1, replan.reviewers().stream().mapToInt(one -> Math.max(
				then.getOrDefault(one.username(), 0), replan.now().getOrDefault(one.username(), 0))).max().orElse(1));
		List<Row> rows = replan.reviewers().stream()
			.sorted(Comparator.comparing((Reviewer one) -> -then.getOrDefault(one.username(), 0))
				.thenComparing(Reviewer::username))
			.map(one -> row(one, replan.now().getOrDefault(one.username(), 0), then.getOrDefault(one.username(), 0), most))
			.toList();
		return new Rows("Reviews by reviewer after the change", rows).svg();
	}

	private static Row row(Reviewer reviewer, int now, int then, double most) {
		String name = reviewer.person().name();
		return new Row(name.length() > 26 ? name.substring(0, 25) + "…" : name, then, most,
				now == then ? String.valueOf(now) : now + " → " + then, Colour.MAIN);
	}
}
