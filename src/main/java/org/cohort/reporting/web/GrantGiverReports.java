package org.cohort.reporting.web;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;

import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.mentorship.When;
import org.cohort.programme.Programmes;
import org.cohort.reporting.Report;
import org.cohort.reporting.Reports;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the grant giver reads by the link in a report's mail, and from there the other reports of the same round. */
@Controller
@PermitAll
class GrantGiverReports {

	private final Links links;

	private final Reports reports;

	private final Programmes programmes;

	GrantGiverReports(Links links, Reports reports, Programmes programmes) {
		this.links = links;
		this.reports = reports;
		this.programmes = programmes;
	}

	/** Another report of the round, with the path to it. */
	record Other(String title, String madeAt, String path, boolean shown) {
	}

	@GetMapping("/reports/{token}")
	String show(@PathVariable String token, Model model) {
		var report = open(token);
		var round = programmes.round(report.roundId());
		var when = When.of(round.settings());
		model.addAttribute("round", round);
		model.addAttribute("report", report);
		model.addAttribute("madeAt", when.moment(report.madeAt()));
		model.addAttribute("html", reports.html(report.id()));
		model.addAttribute("pdfPath", "/reports/%s.pdf".formatted(token));
		model.addAttribute("others", others(report, when));
		return "reporting/report";
	}

	@GetMapping("/reports/{token}.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable String token) {
		var report = open(token);
		return PdfAnswer.of(report, reports.pdf(report.id()));
	}

	private Report open(String token) {
		UUID id = links.open(token, LinkPurpose.REPORT).subject();
		return reports.get(id);
	}

	private List<Other> others(Report shown, When when) {
		return reports.ofRound(shown.roundId())
			.stream()
			.map(one -> new Other(one.title(), when.date(one.madeAt()), links.uri(new LinkRef(one.linkId())).getPath(),
					one.id().equals(shown.id())))
			.toList();
	}
}
