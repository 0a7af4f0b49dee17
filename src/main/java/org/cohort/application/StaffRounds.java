package org.cohort.application;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programme;
import org.cohort.programme.ProgrammeRefused;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.programme.RoundState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

/** The rounds: where each stands, opening one, closing one early. */
@Controller
@RequestMapping("/staff/rounds")
class StaffRounds {

	private final Programmes programmes;

	private final ApplicationList list;

	private final AuditTrail audit;

	private final ObjectProvider<RoundPanel> panels;

	private final TransactionTemplate transaction;

	private final Clock clock;

	StaffRounds(Programmes programmes, ApplicationList list, AuditTrail audit, ObjectProvider<RoundPanel> panels,
			TransactionTemplate transaction, Clock clock) {
		this.programmes = programmes;
		this.list = list;
		this.audit = audit;
		this.panels = panels;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** A new round as it was typed; times are local to the programme's time zone. */
	record Plan(String programme, String slug, String title, String opens, String closes, String starts, String seats) {

		static final Plan EMPTY = new Plan("", "", "", "", "", "", "");
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators", "committee" })
	String all(Model model) {
		Map<Round, Integer> numbers = new LinkedHashMap<>();
		programmes.rounds().forEach(round -> numbers.put(round,
				list.counts(round.id()).values().stream().mapToInt(Integer::intValue).sum()));
		model.addAttribute("rounds", numbers);
		model.addAttribute("now", clock.instant());
		return "application/staff-rounds";
	}

	@GetMapping("/{id}")
	@RolesAllowed({ "coordinators", "administrators", "committee" })
	String one(@PathVariable UUID id, Model model) {
		Round round = programmes.round(id);
		model.addAttribute("round", round);
		model.addAttribute("zone", round.settings().timeZone());
		model.addAttribute("takesApplications", round.takesApplications(clock.instant()));
		model.addAttribute("mayChange", round.state() == RoundState.OPEN && round.closesAt().isAfter(clock.instant()));
		model.addAttribute("counts", list.counts(id));
		model.addAttribute("drafts", list.drafts(id));
		model.addAttribute("parts", panels.stream().sorted(Comparator.comparingInt(RoundPanel::order))
				.map(panel -> new StaffApplications.Part(panel.template(), panel.model(id))).toList());
		return "application/staff-round";
	}

	@GetMapping("/{id}/close")
	@RolesAllowed({ "coordinators", "administrators" })
	String askToClose(@PathVariable UUID id, Model model) {
		Round round = programmes.round(id);
		model.addAttribute("round", round);
		model.addAttribute("zone", round.settings().timeZone());
		model.addAttribute("drafts", list.drafts(id));
		return "application/staff-close-round";
	}

	@PostMapping("/{id}/close")
	@RolesAllowed({ "coordinators", "administrators" })
	String close(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean bringForward, Principal who,
			RedirectAttributes redirect) {
		transaction.executeWithoutResult(status -> {
			programmes.closeNow(id, bringForward);
			audit.record(who.getName(), "close-round", "round", id, bringForward ? "the run starts earlier too" : "");
		});
		redirect.addFlashAttribute("notice", "The round takes no more applications.");
		return "redirect:/staff/rounds/" + id;
	}

	@GetMapping("/new")
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView plan() {
		return plan(Plan.EMPTY, null, HttpStatus.OK);
	}

	@PostMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView open(Plan plan, Principal who, RedirectAttributes redirect) {
		try {
			Programme programme = programmes.programmeBySlug(plan.programme())
					.orElseThrow(() -> new IllegalArgumentException("Please choose a programme."));
			ZoneId zone = programme.settings().timeZone();
			RoundPlan planned = new RoundPlan(plan.slug(), plan.title(),
					plan.opens().isBlank() ? clock.instant() : time(plan.opens(), zone, "opening"),
					time(plan.closes(), zone, "closing"), time(plan.starts(), zone, "start of the run"),
					seats(plan, programme));
			Round round = transaction.execute(status -> {
				Round opened = programmes.openRound(programme.id(), planned);
				audit.record(who.getName(), "open-round", "round", opened.id(), opened.slug());
				return opened;
			});
			redirect.addFlashAttribute("notice", "The round «" + round.title() + "» is open.");
			return new ModelAndView("redirect:/staff/rounds/" + round.id());
		}
		catch (IllegalArgumentException | ProgrammeRefused refused) {
			return plan(plan, refused.getMessage(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private ModelAndView plan(Plan plan, @Nullable String problem, HttpStatus status) {
		List<Programme> all = programmes.programmes();
		return new ModelAndView("application/staff-new-round", status).addObject("programmes", all)
				.addObject("plan", plan)
				.addObject("problem", problem);
	}

	private static Instant time(String text, ZoneId zone, String what) {
		try {
			return LocalDateTime.parse(text).atZone(zone).toInstant();
		}
		catch (DateTimeException wrong) {
			throw new IllegalArgumentException("The " + what
					+ " must be a date with a time, such as 2027-03-31T18:00.");
		}
	}

	private static int seats(Plan plan, Programme programme) {
		try {
			return plan.seats().isBlank() ? programme.settings().seats() : Integer.parseInt(plan.seats());
		}
		catch (NumberFormatException wrong) {
			throw new IllegalArgumentException("The number of seats must be a whole number.");
		}
	}
}
