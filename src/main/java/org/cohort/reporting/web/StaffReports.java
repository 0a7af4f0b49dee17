package org.cohort.reporting.web;

import java.util.NoSuchElementException;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;

import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.cohort.reporting.ConclusionsDesk;
import org.cohort.reporting.Report;
import org.cohort.reporting.Reports;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The reports of a round as they were sent. */
@Controller
@RolesAllowed({ "coordinators", "administrators" })
class StaffReports {

	private final Reports reports;

	private final ConclusionsDesk conclusions;

	private final Programmes programmes;

	StaffReports(Reports reports, ConclusionsDesk conclusions, Programmes programmes) {
		this.reports = reports;
		this.conclusions = conclusions;
		this.programmes = programmes;
	}

	@GetMapping("/staff/rounds/{id}/reports")
	String list(@PathVariable UUID id, Model model) {
		var round = programmes.round(id);
		model.addAttribute("round", round);
		model.addAttribute("reports", reports.ofRound(id));
		model.addAttribute("finished", conclusions.latest(id).finished());
		return "reporting/reports";
	}

	@GetMapping("/staff/rounds/{id}/reports/summary")
	String summary(@PathVariable UUID id, Model model) {
		var round = programmes.round(id);
		var sent = reports.sentSummary(id);
		if (sent.isPresent()) {
			return "redirect:/staff/rounds/%s/reports/%s".formatted(id, sent.get().id());
		}
		model.addAttribute("round", round);
		model.addAttribute("finished", conclusions.latest(id).finished());
		try {
			model.addAttribute("html", reports.summaryDraft(id));
		}
		catch (IllegalStateException notBegun) {
			model.addAttribute("problem", "The run of this round has not begun, so there is nothing to sum up yet.");
		}
		return "reporting/summary-draft";
	}

	@GetMapping("/staff/rounds/{id}/reports/{reportId}")
	String show(@PathVariable UUID id, @PathVariable UUID reportId, Model model) {
		var report = inRound(id, reportId);
		var round = programmes.round(id);
		model.addAttribute("round", round);
		model.addAttribute("report", report);
		model.addAttribute("madeAt", When.of(round.settings()).moment(report.madeAt()));
		model.addAttribute("html", reports.html(reportId));
		model.addAttribute("pdfPath", "/staff/rounds/%s/reports/%s.pdf".formatted(id, reportId));
		model.addAttribute("listPath", "/staff/rounds/%s/reports".formatted(id));
		return "reporting/report";
	}

	@GetMapping("/staff/rounds/{id}/reports/{reportId}.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable UUID reportId) {
		return PdfAnswer.of(inRound(id, reportId), reports.pdf(reportId));
	}

	private Report inRound(UUID id, UUID reportId) {
		var report = reports.get(reportId);
		if (!report.roundId().equals(id)) {
			throw new NoSuchElementException("Report %s is not of round %s".formatted(reportId, id));
		}
		return report;
	}
}
