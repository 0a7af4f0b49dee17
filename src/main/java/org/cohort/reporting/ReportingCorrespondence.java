package org.cohort.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.cohort.links.LinkRef;
import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.Letter.Attachment;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Component;

/** Mails to those who get the programme's reports. The order's detail «report» names the report. */
@Component
class ReportingCorrespondence implements Correspondence {

	private final ReportStore reports;

	private final Programmes programmes;

	ReportingCorrespondence(ReportStore reports, Programmes programmes) {
		this.reports = reports;
		this.programmes = programmes;
	}

	@Override
	public String audience() {
		return "reporting";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		var report = reports.get(UUID.fromString(order.details().getOrDefault("report", "")));
		var programme = programmes.round(report.roundId()).programme();
		var mail = reports.mail(report.id());
		var sender = programme.settings().sender();
		var model = new HashMap<String, Object>();
		model.put("title", report.title());
		model.put("programme", programme.name());
		model.put("highlights", mail.highlights());
		model.put("body", mail.html());
		model.put("link", new LinkRef(report.linkId()).placeholder());
		var pdf = new Attachment(report.fileName(), "application/pdf", reports.pdf(report.id()));
		return programme.settings()
			.reportingAddresses()
			.stream()
			.map(address -> new Letter(address, address, Locale.ENGLISH, model, List.of(pdf))
				.from(sender.name(), sender.address()))
			.toList();
	}
}
