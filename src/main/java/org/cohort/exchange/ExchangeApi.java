package org.cohort.exchange;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;

import org.cohort.application.CollectedApplications;
import org.cohort.application.CollectedApplications.Collected;
import org.cohort.application.CollectedApplications.Outcome;
import org.cohort.exchange.Import.Line;
import org.cohort.exchange.Import.State;
import org.cohort.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Bringing applications in from another program. */
@RestController
@RequestMapping("/api/rounds/{roundId}")
@RolesAllowed({ "coordinators", "administrators" })
@Tag(name = "Bringing applications in")
class ExchangeApi {

	private final CollectedApplications applications;

	private final Imports imports;

	private final ImportRunner runner;

	private final Programmes programmes;

	ExchangeApi(CollectedApplications applications, Imports imports, ImportRunner runner, Programmes programmes) {
		this.applications = applications;
		this.imports = imports;
		this.runner = runner;
		this.programmes = programmes;
	}

	/**
	 * An application to be stored.
	 *
	 * @param language of the mails: en, fr, es or he
	 * @param answers by the key of the question; a choice by its key or its words
	 */
	record NewApplication(@Nullable String name, @Nullable String email, @Nullable String language,
			@Nullable Map<String, List<String>> answers) {

		@Override
		public String toString() {
			return "NewApplication[…]";
		}
	}

	/** An application that is there. */
	record Known(UUID id, String code) {
	}

	/** How far a file is; {@code report} has every line whose outcome is known. */
	record ImportView(UUID id, State state, int lines, int done, List<Line> report) {
	}

	@PostMapping("/applications")
	@RolesAllowed({ "coordinators", "administrators" })
	@Operation(summary = "Store one application",
			description = "By the rules of the form. The applicant is asked by mail to confirm the address.")
	@ApiResponse(responseCode = "201", description = "It is stored.")
	@ApiResponse(responseCode = "409",
			description = "This address has applied in this round, or the round takes no applications.")
	@ApiResponse(responseCode = "422",
			description = "It is not as the programme wants it; «problems» says what, by field.")
	ResponseEntity<Known> store(@PathVariable UUID roundId, @RequestBody NewApplication one, @Parameter(
			description = "A UUID of yours: sent once more with the same one, it is the same application.") @RequestHeader(
					name = "Idempotency-Key", required = false) @Nullable UUID key, Principal who) {
		Outcome outcome = applications.store(roundId, key == null ? UUID.randomUUID() : key, collected(one), who.getName());
		return switch (outcome) {
			case Outcome.Stored(UUID id, String code) -> ResponseEntity.status(HttpStatus.CREATED).body(new Known(id, code));
			case Outcome.There(UUID id, String code) -> throw new ResponseStatusException(HttpStatus.CONFLICT,
					"This address has applied in this round already: " + code + ". It was left as it is.");
			case Outcome.Closed() -> throw new ResponseStatusException(HttpStatus.CONFLICT,
					"The round takes no applications. Nothing was stored.");
			case Outcome.Refused(Map<String, String> problems) -> throw refused(problems);
			case Outcome.Good() -> throw new IllegalStateException("Storing an application never ends like this.");
		};
	}

	@PostMapping(path = "/imports", consumes = "text/csv")
	@RolesAllowed({ "coordinators", "administrators" })
	@Operation(summary = "Read in a file of applications", description = "The first line names the columns: name, email, "
			+ "language, and the keys or the labels of questions. Other columns are left out.")
	@ApiResponse(responseCode = "200",
			description = "What would become of every line; nothing is stored and nothing kept.")
	@ApiResponse(responseCode = "202", description = "It is being read in; ask for it by its id.")
	@ApiResponse(responseCode = "422", description = "It is no table, or has no columns for the name and the address.")
	ResponseEntity<ImportView> read(@PathVariable UUID roundId, @RequestBody byte[] csv, @Parameter(
			description = "Only say what would happen.") @RequestParam(defaultValue = "false") boolean dryRun,
			Principal who) {
		programmes.round(roundId);
		try {
			UUID id = imports.upload(roundId, "api.csv", csv, who.getName());
			Import file = imports.get(roundId, id);
			Imports.Opened opened = imports.open(file);
			List<String> problems = file.mapping().problems(opened.fields());
			if (!problems.isEmpty() || dryRun) {
				List<Line> report = problems.isEmpty() ? imports.tryOut(opened) : List.of();
				imports.discard(file, who.getName());
				if (!problems.isEmpty()) {
					throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", problems));
				}
				return ResponseEntity.ok(new ImportView(id, file.state(), file.lines(), 0, report));
			}
			imports.start(file, who.getName());
			runner.run(id);
			return ResponseEntity.accepted().body(view(imports.get(roundId, id)));
		}
		catch (SheetUnreadable unreadable) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, unreadable.getMessage());
		}
	}

	@GetMapping("/imports/{id}")
	@RolesAllowed({ "coordinators", "administrators" })
	@Operation(summary = "How far a file is")
	ImportView progress(@PathVariable UUID roundId, @PathVariable UUID id) {
		return view(imports.get(roundId, id));
	}

	private ImportView view(Import file) {
		return new ImportView(file.id(), file.state(), file.lines(), file.done(), imports.report(file));
	}

	private static Collected collected(NewApplication one) {
		Map<String, List<String>> answers = new LinkedHashMap<>();
		if (one.answers() != null) {
			one.answers().forEach((key, values) -> answers.put(key, values == null ? List.of()
					: values.stream().map(value -> value == null ? "" : value).toList()));
		}
		return new Collected(one.name() == null ? "" : one.name(), one.email() == null ? "" : one.email(), one.language(),
				answers);
	}

	private static ErrorResponseException refused(Map<String, String> problems) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
				"The application is not as the programme wants it. Nothing was stored.");
		detail.setProperty("problems", problems);
		return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, detail, null);
	}
}
