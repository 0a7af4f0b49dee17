package org.cohort.application;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.audit.AuditTrail;
import org.cohort.language.Count;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.ProgrammeRefused;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes dates, seats and title of a round while it is open; the links that end with its closing follow. */
@Controller
@RequestMapping("/staff/rounds/{id}/dates")
class StaffRoundDates {

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	private final Programmes programmes;

	private final Links links;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	StaffRoundDates(Programmes programmes, Links links, AuditTrail audit, TransactionTemplate transaction) {
		this.programmes = programmes;
		this.links = links;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * What was typed, in the programme's time zone, and what the round was when the form was shown.
	 *
	 * @param seen title, opening, closing, start and seats, one a line
	 */
	record Form(String title, String opens, String closes, String starts, String seats, String seen) {

		static Form of(Round round, ZoneId zone) {
			return new Form(round.title(), typed(round.opensAt(), zone), typed(round.closesAt(), zone),
					typed(round.runStartsAt(), zone), Integer.toString(round.seats()), seen(round.plan()));
		}

		private static String seen(RoundPlan plan) {
			return String.join("\n", plan.title(), plan.opensAt().toString(), plan.closesAt().toString(),
					plan.runStartsAt().toString(), Integer.toString(plan.seats()));
		}

		RoundPlan seen(String slug) {
			try {
				String[] lines = seen.replace("\r", "").split("\n");
				return new RoundPlan(slug, lines[0], Instant.parse(lines[1]), Instant.parse(lines[2]),
						Instant.parse(lines[3]), Integer.parseInt(lines[4]));
			}
			catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException tampered) {
				throw new IllegalArgumentException("This form is out of order. Please open it anew.");
			}
		}
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView form(@PathVariable UUID id) {
		Round round = programmes.round(id);
		return page(round, Form.of(round, round.settings().timeZone()), Map.of(), HttpStatus.OK);
	}

	@PostMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView change(@PathVariable UUID id, Form form, Principal who, RedirectAttributes redirect) {
		Round round = programmes.round(id);
		Map<String, String> problems = new LinkedHashMap<>();
		try {
			RoundPlan seen = form.seen(round.slug());
			RoundPlan wanted = wanted(round, form, seen, problems);
			if (problems.isEmpty()) {
				transaction.executeWithoutResult(status -> store(seen, wanted, who.getName()));
				redirect.addFlashAttribute("notice", "The round was changed.");
				return new ModelAndView("redirect:/staff/rounds/" + id);
			}
		}
		catch (IllegalArgumentException | ProgrammeRefused refused) {
			problems.put("", refused.getMessage());
		}
		return page(round, form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private void store(RoundPlan seen, RoundPlan wanted, String who) {
		Round changed = programmes.changeRound(seen, wanted);
		links.prolong(LinkPurpose.DRAFT, changed.slug(), changed.closesAt());
		links.prolong(LinkPurpose.SELF_IDENTIFICATION, changed.id().toString(), changed.closesAt());
		audit.record(who, "change-round", "round", changed.id(), "closes %s, run starts %s, %s"
				.formatted(changed.closesAt(), changed.runStartsAt(), Count.of(changed.seats(), "seat")));
	}

	private static RoundPlan wanted(Round round, Form form, RoundPlan seen, Map<String, String> problems) {
		ZoneId zone = round.settings().timeZone();
		Instant opens = time("opens", form.opens(), seen.opensAt(), zone, problems);
		Instant closes = time("closes", form.closes(), seen.closesAt(), zone, problems);
		Instant starts = time("starts", form.starts(), seen.runStartsAt(), zone, problems);
		if (form.title().isBlank()) {
			problems.put("title", "Please give a title.");
		}
		if (!form.seats().strip().matches("[1-9]\\d{0,2}|1000")) {
			problems.put("seats", "Please give a whole number from 1 to 1000.");
		}
		if (!closes.isAfter(opens)) {
			problems.putIfAbsent("closes", "A round must close after it opens.");
		}
		if (starts.isBefore(closes)) {
			problems.putIfAbsent("starts", "The run can only start after the round has closed.");
		}
		return problems.isEmpty() ? new RoundPlan(round.slug(), form.title(), opens, closes, starts,
				Integer.parseInt(form.seats().strip())) : seen;
	}

	/** A field that still shows what was there keeps it to the second. */
	private static Instant time(String field, String text, Instant was, ZoneId zone, Map<String, String> problems) {
		if (text.equals(typed(was, zone))) {
			return was;
		}
		try {
			return LocalDateTime.parse(text).atZone(zone).toInstant();
		}
		catch (DateTimeException wrong) {
			problems.put(field, "Please give a date with a time, such as 2027-03-31T18:00.");
			return was;
		}
	}

	private static String typed(Instant instant, ZoneId zone) {
		return TYPED.format(instant.atZone(zone));
	}

	private static ModelAndView page(Round round, Form form, Map<String, String> problems, HttpStatus status) {
		return new ModelAndView("application/staff-round-dates", status).addObject("round", round).addObject("form", form)
				.addObject("zone", round.settings().timeZone()).addObject("problems", problems)
				.addObject("now", Form.of(round, round.settings().timeZone()));
	}
}
