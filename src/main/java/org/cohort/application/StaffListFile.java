package org.cohort.application;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.cohort.application.ApplicationList.Line;
import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.web.KeptWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The list as a file for a spreadsheet, row by row as the database gives them, however many there are. */
@Controller
@RolesAllowed({ "coordinators", "administrators" })
class StaffListFile {

	private final ApplicationList list;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final MessageSource messages;

	private final TransactionTemplate transaction;

	StaffListFile(ApplicationList list, Programmes programmes, AuditTrail audit, MessageSource messages,
			TransactionTemplate transaction) {
		this.list = list;
		this.programmes = programmes;
		this.audit = audit;
		this.messages = messages;
		this.transaction = transaction;
	}

	@GetMapping("/staff/applications/list.csv")
	void file(ListQuery query, Principal who, HttpSession session, HttpServletResponse response) {
		Round round = StaffList.chosen(programmes.rounds(), query);
		String words = KeptWords.read(session, query.search())
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE, "Please search once more."));
		if (round == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no round yet.");
		}
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"applications-" + round.slug() + ".csv\"");
		response.setHeader("Cache-Control", "no-store");
		transaction.executeWithoutResult(status -> {
			audit.record(who.getName(), "export-applications", "round", round.id(), query.narrows() ? "a part" : "all");
			try (Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
					Stream<Line> lines = list.all(query.filter(round.id(), words), query.order())) {
				out.write('\ufeff' + Csv.line(List.of("code", "name", "e-mail", "stage", "in this stage since", "sent",
						"address confirmed", "screening", "score", "reviews done", "reviews open", "next review due")));
				lines.forEach(line -> write(out, line, round.settings().timeZone()));
			}
			catch (IOException gone) {
				throw new UncheckedIOException(gone);
			}
		});
	}

	private void write(Writer out, Line line, ZoneId zone) {
		try {
			out.write(Csv.line(List.of(line.code(), line.name(), line.email(),
					messages.getMessage("stage." + line.stage(), null, Locale.ENGLISH), time(line.stageSince(), zone),
					time(line.submittedAt(), zone), time(line.confirmedAt(), zone),
					line.outcome() == null ? "" : line.outcome().toLowerCase(Locale.ROOT).replace('_', ' '),
					line.score() == null ? "" : String.format(Locale.ROOT, "%.1f", line.score()),
					Integer.toString(line.reviewsDone()), Integer.toString(line.reviewsOpen()),
					time(line.reviewsDueAt(), zone))));
		}
		catch (IOException gone) {
			throw new UncheckedIOException(gone);
		}
	}

	private static String time(@Nullable Instant instant, ZoneId zone) {
		return instant == null ? "" : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone).withNano(0)
				.toOffsetDateTime());
	}
}
