package org.cohort.exchange;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.exchange.Import.Line;
import org.cohort.exchange.Import.Outcome;
import org.cohort.exchange.Import.State;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing in a file of applications: choose it, say which column is what, look what would happen, read it in. */
@Controller
@RequestMapping("/staff/rounds/{roundId}/imports")
@RolesAllowed({ "coordinators", "administrators" })
class ImportPages {

	/** A longer report is downloaded. */
	private static final int LINES_SHOWN = 200;

	private final Imports imports;

	private final ImportRunner runner;

	private final Programmes programmes;

	ImportPages(Imports imports, ImportRunner runner, Programmes programmes) {
		this.imports = imports;
		this.runner = runner;
		this.programmes = programmes;
	}

	/** A column with what stands in it first, and the field that it is. */
	record Column(int number, String name, List<String> samples, String field) {
	}

	@GetMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView all(@PathVariable UUID roundId) {
		return list(programmes.round(roundId), null, HttpStatus.OK);
	}

	@PostMapping
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView upload(@PathVariable UUID roundId, @RequestParam(required = false) @Nullable MultipartFile file,
			Principal who) throws IOException {
		Round round = programmes.round(roundId);
		if (file == null || file.isEmpty()) {
			return list(round, "Please choose a file.", HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
			return to(roundId, imports.upload(roundId, name, file.getBytes(), who.getName()));
		}
		catch (SheetUnreadable unreadable) {
			return list(round, unreadable.getMessage(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@GetMapping("/{id}")
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView one(@PathVariable UUID roundId, @PathVariable UUID id) {
		Import file = imports.get(roundId, id);
		ModelAndView page = new ModelAndView(file.state() == State.UPLOADED ? "exchange/map" : "exchange/report");
		page.addObject("round", programmes.round(roundId)).addObject("file", file);
		List<Line> lines;
		if (file.state() == State.UPLOADED) {
			Imports.Opened opened = imports.open(file);
			List<String> problems = file.mapping().problems(opened.fields());
			page.addObject("columns", columns(opened)).addObject("fields", opened.fields()).addObject("problems", problems);
			page.addObject("missing", opened.fields().stream()
					.filter(field -> field.required() && !file.mapping().fields().containsValue(field.key())).toList());
			lines = problems.isEmpty() ? imports.tryOut(opened) : List.of();
		}
		else {
			lines = imports.report(file);
		}
		Map<Outcome, Integer> counts = counts(lines);
		return page.addObject("counts", counts).addObject("good", counts.getOrDefault(Outcome.GOOD, 0))
				.addObject("shown", shown(lines))
				.addObject("hidden", Math.max(0, notable(lines).size() - LINES_SHOWN));
	}

	@PostMapping("/{id}/mapping")
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView map(@PathVariable UUID roundId, @PathVariable UUID id, @RequestParam Map<String, String> chosen) {
		Import file = imports.get(roundId, id);
		if (file.state() == State.UPLOADED) {
			Imports.Opened opened = imports.open(file);
			Map<Integer, String> fields = new LinkedHashMap<>();
			for (int column = 0; column < opened.sheet().header().size(); column++) {
				String field = chosen.getOrDefault("column-" + column, "");
				if (opened.fields().stream().anyMatch(known -> known.key().equals(field))) {
					fields.put(column, field);
				}
			}
			imports.map(file, new Mapping(fields));
		}
		return to(roundId, id);
	}

	@PostMapping("/{id}/run")
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView run(@PathVariable UUID roundId, @PathVariable UUID id, Principal who, RedirectAttributes redirect) {
		Import file = imports.get(roundId, id);
		if (file.state() == State.UPLOADED && !file.mapping().problems(imports.open(file).fields()).isEmpty()) {
			redirect.addFlashAttribute("notice", "Nothing was read in: first say which columns are the name and the address.");
		}
		else if (imports.start(file, who.getName())) {
			runner.run(id);
		}
		return to(roundId, id);
	}

	@PostMapping("/{id}/stop")
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView stop(@PathVariable UUID roundId, @PathVariable UUID id, Principal who) {
		imports.stop(imports.get(roundId, id), who.getName());
		return to(roundId, id);
	}

	@PostMapping("/{id}/discard")
	@RolesAllowed({ "coordinators", "administrators" })
	ModelAndView discard(@PathVariable UUID roundId, @PathVariable UUID id, Principal who, RedirectAttributes redirect) {
		imports.discard(imports.get(roundId, id), who.getName());
		redirect.addFlashAttribute("notice", "The file was deleted. Nothing was read in.");
		return new ModelAndView("redirect:/staff/rounds/" + roundId + "/imports");
	}

	private ModelAndView list(Round round, @Nullable String problem, HttpStatus status) {
		return new ModelAndView("exchange/imports", status).addObject("round", round).addObject("problem", problem)
				.addObject("imports", imports.ofRound(round.id())).addObject("mostRows", Sheet.MOST_ROWS);
	}

	private static List<Column> columns(Imports.Opened opened) {
		List<Column> columns = new ArrayList<>();
		for (int number = 0; number < opened.sheet().header().size(); number++) {
			int column = number;
			columns.add(new Column(column, opened.sheet().header().get(column),
					opened.sheet().rows().stream().map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()).limit(3)
							.map(ImportPages::shortened).toList(),
					opened.file().mapping().fields().getOrDefault(column, "")));
		}
		return columns;
	}

	private static String shortened(String text) {
		return text.length() <= 60 ? text : text.substring(0, 59) + "…";
	}

	private static Map<Outcome, Integer> counts(List<Line> lines) {
		Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
		lines.forEach(line -> counts.merge(line.outcome(), 1, Integer::sum));
		return counts;
	}

	private static List<Line> shown(List<Line> lines) {
		List<Line> notable = notable(lines);
		return notable.subList(0, Math.min(LINES_SHOWN, notable.size()));
	}

	/** What went well needs no line of its own. */
	private static List<Line> notable(List<Line> lines) {
		return lines.stream().filter(line -> line.outcome() != Outcome.GOOD && line.outcome() != Outcome.STORED).toList();
	}

	private static ModelAndView to(UUID roundId, UUID id) {
		return new ModelAndView("redirect:/staff/rounds/" + roundId + "/imports/" + id);
	}
}
