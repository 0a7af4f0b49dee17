package org.cohort.process;

import java.util.List;
import java.util.Map;

import org.cohort.reporting.ConclusionsDesk;
import org.cohort.reporting.Reports;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes and sends the reports when they are due. */
@Component
class ReportingWorkers {

	private final Reports reports;

	private final ConclusionsDesk conclusions;

	private final String publicUrl;

	ReportingWorkers(Reports reports, ConclusionsDesk conclusions, @Value("${cohort.public-url}") String publicUrl) {
		this.reports = reports;
		this.conclusions = conclusions;
		this.publicUrl = publicUrl;
	}

	@Works("report-participant-week")
	void reportParticipantWeek(Job job) {
		reports.participantWeek(job.uuid("participationId"), job.number("weekNumber"));
	}

	@Works("plan-reports")
	Map<String, Object> planReports(Job job) {
		List<Map<String, Object>> weeks = reports.plan(job.uuid("roundId"))
			.stream()
			.map(week -> Map.<String, Object>of("number", week.number(), "reportAt", week.reportAt().toString()))
			.toList();
		return Map.of("weeks", weeks, "publicUrl", publicUrl);
	}

	@Works("report-group-week")
	void reportGroupWeek(Job job) {
		reports.groupWeek(job.uuid("roundId"), job.number("weekNumber"));
	}

	@Works("draft-summary")
	void draftSummary(Job job) {
		conclusions.draft(job.uuid("roundId"));
	}

	@Works("check-conclusions")
	Map<String, Object> checkConclusions(Job job) {
		return Map.of("concluded", conclusions.latest(job.uuid("roundId")).finished());
	}

	@Works("send-summary")
	void sendSummary(Job job) {
		reports.summary(job.uuid("roundId"));
	}
}
