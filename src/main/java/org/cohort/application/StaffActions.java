package org.cohort.application;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpSession;

import org.cohort.application.ApplicationList.Line;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.web.KeptWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Does one thing to many applications: asks first, and tells afterwards what came of it for each. */
@Controller
@RequestMapping("/staff/applications/actions")
@RolesAllowed({ "coordinators", "administrators" })
class StaffActions {

	/** As many as one request can do while somebody waits. */
	static final int MOST = 500;

	private static final Logger log = LoggerFactory.getLogger(StaffActions.class);

	private final ApplicationList list;

	private final Programmes programmes;

	private final ObjectProvider<BulkAction> actions;

	StaffActions(ApplicationList list, Programmes programmes, ObjectProvider<BulkAction> actions) {
		this.list = list;
		this.programmes = programmes;
		this.actions = actions;
	}

	/** What came of it for one application. */
	record Done(Line line, BulkAction.Result result) {
	}

	@PostMapping
	String ask(@RequestParam(defaultValue = "") String action, @RequestParam(required = false) List<UUID> id,
			@RequestParam(defaultValue = "false") boolean all, ListQuery query, HttpSession session, Model model) {
		List<Line> lines = list.lines(all ? found(query, session) : chosen(id));
		model.addAttribute("action", action(action));
		model.addAttribute("lines", lines);
		model.addAttribute("query", query);
		model.addAttribute("most", MOST);
		model.addAttribute("cut", all && lines.size() == MOST);
		return "application/staff-action";
	}

	@PostMapping("/do")
	String perform(@RequestParam(defaultValue = "") String action, @RequestParam(required = false) List<UUID> id,
			ListQuery query, Principal who, Model model) {
		BulkAction chosen = action(action);
		List<Done> done = new ArrayList<>();
		for (Line line : list.lines(chosen(id))) {
			done.add(new Done(line, perform(chosen, line.id(), who.getName())));
		}
		model.addAttribute("action", chosen);
		model.addAttribute("results", done);
		model.addAttribute("query", query);
		model.addAttribute("number", done.stream().filter(one -> one.result().done()).count());
		return "application/staff-action-done";
	}

	/** One that fails keeps the others from nothing. */
	private static BulkAction.Result perform(BulkAction action, UUID applicationId, String who) {
		try {
			return action.perform(applicationId, who);
		}
		catch (RuntimeException failed) {
			log.error("{} failed for application {}", action.key(), applicationId, failed);
			return new BulkAction.Result(false, "This failed and nothing was changed. Please try it once more.");
		}
	}

	private List<UUID> found(ListQuery query, HttpSession session) {
		Round round = StaffList.chosen(programmes.rounds(), query);
		if (round == null) {
			return List.of();
		}
		String words = KeptWords.read(session, query.search())
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE, "Please search once more."));
		return list.ids(query.filter(round.id(), words), query.order(), MOST);
	}

	private static List<UUID> chosen(List<UUID> ids) {
		return ids == null ? List.of() : new LinkedHashSet<>(ids).stream().limit(MOST).toList();
	}

	private BulkAction action(String key) {
		return actions.stream().filter(one -> one.key().equals(key)).findFirst()
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such action."));
	}
}
