package org.cohort.eligibility;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.charts.Colour;
import org.cohort.charts.Rows;
import org.cohort.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator reads the decision table, tries a changed one on a past pool, and has it used. */
@Controller
@RequestMapping("/staff/decision-tables")
@RolesAllowed("administrators")
class TablesPage {

	private final DecisionTables tables;

	private final TableTrials trials;

	private final TrialStore store;

	private final Programmes programmes;

	TablesPage(DecisionTables tables, TableTrials trials, TrialStore store, Programmes programmes) {
		this.tables = tables;
		this.trials = trials;
		this.store = store;
		this.programmes = programmes;
	}

	@GetMapping
	@RolesAllowed("administrators")
	ModelAndView all() {
		return page(tables.inForce().table().dmn(), "", List.of(), HttpStatus.OK);
	}

	@GetMapping("/{version}/file")
	@RolesAllowed("administrators")
	ResponseEntity<byte[]> file(@PathVariable String version) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename("eligibility.dmn").build().toString())
				.body(table(version).dmn().getBytes(StandardCharsets.UTF_8));
	}

	@PostMapping
	@RolesAllowed("administrators")
	ModelAndView tryOut(@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String round,
			Principal principal) throws IOException {
		String dmn = file == null || file.isEmpty() ? text : new String(file.getBytes(), StandardCharsets.UTF_8);
		var pool = programmes.roundBySlug(round);
		if (pool.isEmpty()) {
			return page(dmn, round, List.of("Choose the round whose pool the table is tried on."),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			DecisionTable table = DecisionTable.of(dmn);
			return new ModelAndView("redirect:/staff/decision-tables/trials/"
					+ trials.start(table, pool.get().id(), principal.getName()));
		}
		catch (TableRefused refused) {
			return page(dmn, round, refused.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@GetMapping("/trials/{id}")
	@RolesAllowed("administrators")
	ModelAndView trial(@PathVariable UUID id) {
		TableTrial trial = trials.get(id);
		TableTrial.Counts counts = store.counts(id);
		int most = Math.max(1, trial.total());
		return new ModelAndView("eligibility/staff-trial").addObject("trial", trial)
				.addObject("round", programmes.round(trial.roundId())).addObject("counts", counts)
				.addObject("outcomes", Outcome.values())
				.addObject("chart", chart(counts, most)).addObject("changes", store.changes(id))
				.addObject("changed", store.changed(id)).addObject("shown", TrialStore.SHOWN)
				.addObject("words", table(trial.version()).words())
				.addObject("inForce", tables.inForce().table().version().equals(trial.version()));
	}

	@GetMapping("/{version}/deploy")
	@RolesAllowed("administrators")
	ModelAndView ask(@PathVariable String version) {
		return confirmation(version, HttpStatus.OK);
	}

	@PostMapping("/{version}/deploy")
	@RolesAllowed("administrators")
	ModelAndView deploy(@PathVariable String version, Principal principal, RedirectAttributes redirect) {
		table(version);
		if (!tables.choose(version, principal.getName())) {
			return confirmation(version, HttpStatus.CONFLICT);
		}
		redirect.addFlashAttribute("notice", "Screenings that begin from now on use the table " + version + ".");
		return new ModelAndView("redirect:/staff/decision-tables");
	}

	private ModelAndView confirmation(String version, HttpStatus status) {
		DecisionTable table = table(version);
		return new ModelAndView("eligibility/staff-deploy-table", status).addObject("table", table)
				.addObject("tried", tables.tried(version)).addObject("inForce", tables.inForce());
	}

	private ModelAndView page(String text, String round, List<String> problems, HttpStatus status) {
		DecisionTables.InForce inForce = tables.inForce();
		return new ModelAndView("eligibility/staff-tables", status).addObject("inForce", inForce)
				.addObject("rules", inForce.table().rules()).addObject("rounds", programmes.rounds())
				.addObject("trials", store.latest()).addObject("text", text).addObject("round", round)
				.addObject("problems", problems).addObject("shippedVersion", tables.shipped().version());
	}

	private static String chart(TableTrial.Counts counts, int most) {
		return new Rows("Outcomes with the table of the time, and with the one that is tried", Arrays
				.stream(Outcome.values()).flatMap(outcome -> Stream.of(
						row(outcome, "before", counts.before().getOrDefault(outcome, 0), most, Colour.PALE),
						row(outcome, "then", counts.after().getOrDefault(outcome, 0), most, Colour.MAIN))).toList()).svg();
	}

	private static Rows.Row row(Outcome outcome, String when, int people, int most, Colour colour) {
		return new Rows.Row(outcome.code().replace('-', ' ') + ", " + when, people, most, Integer.toString(people), colour);
	}

	private DecisionTable table(String version) {
		return tables.find(version)
				.orElseThrow(() -> new NoSuchElementException("There is no decision table " + version + "."));
	}
}
