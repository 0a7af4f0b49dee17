package org.cohort.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpSession;

import org.cohort.application.ApplicationList.Place;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.web.KeptWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The list in which coordinators see where everybody stands. Filters, order and place are in its address; words that
 * are looked for come by POST and stay in the session, because they are names.
 */
@Controller
@RequestMapping("/staff/applications")
@RolesAllowed({ "coordinators", "administrators" })
class StaffList {

	private static final int LONGEST_SEARCH = 100;

	private final ApplicationList list;

	private final Programmes programmes;

	private final ObjectProvider<BulkAction> actions;

	private final Clock clock;

	StaffList(ApplicationList list, Programmes programmes, ObjectProvider<BulkAction> actions, Clock clock) {
		this.list = list;
		this.programmes = programmes;
		this.actions = actions;
		this.clock = clock;
	}

	@GetMapping
	String list(ListQuery query, @RequestParam(required = false) @Nullable UUID after,
			@RequestParam(required = false) @Nullable UUID before, @RequestParam(required = false) @Nullable String end,
			HttpSession session, Model model) {
		List<Round> rounds = programmes.rounds();
		Round chosen = chosen(rounds, query);
		Optional<String> words = KeptWords.read(session, query.search());
		model.addAttribute("now", clock.instant());
		model.addAttribute("rounds", RoundLabel.of(rounds));
		model.addAttribute("round", chosen);
		model.addAttribute("stages", Stage.values());
		model.addAttribute("gaps", Missing.values());
		model.addAttribute("q", words.orElse(""));
		model.addAttribute("searchEnded", words.isEmpty());
		model.addAttribute("counted", ApplicationList.COUNTED);
		model.addAttribute("actions", actions.orderedStream().toList());
		if (chosen != null) {
			ListQuery here = query.in(chosen.slug());
			ListFilter filter = here.filter(chosen.id(), words.orElse(""));
			Place place = after != null ? new Place(after, false) : before != null ? new Place(before, true)
					: end != null ? Place.BOTTOM : Place.TOP;
			model.addAttribute("query", here);
			model.addAttribute("filter", filter);
			Map<Stage, Integer> counts = list.counts(chosen.id());
			model.addAttribute("page", list.page(filter, here.order(), place, counts));
			model.addAttribute("counts", counts);
		}
		return "application/staff-list";
	}

	/** Takes what is looked for and leads to an address that does not contain it. */
	@PostMapping("/search")
	RedirectView search(ListQuery query, @RequestParam(defaultValue = "") String q, HttpSession session) {
		String words = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
		RedirectView there = new RedirectView(query.searching(KeptWords.keep(session, words.strip())).address(), true);
		there.setStatusCode(HttpStatus.SEE_OTHER);
		there.setExpandUriTemplateVariables(false);
		return there;
	}

	static @Nullable Round chosen(List<Round> rounds, ListQuery query) {
		return rounds.stream().filter(one -> one.slug().equals(query.round())).findFirst()
				.orElse(rounds.isEmpty() ? null : rounds.getFirst());
	}
}
