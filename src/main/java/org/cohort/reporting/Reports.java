package org.cohort.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.cohort.audit.AuditTrail;
import org.cohort.links.Links;
import org.cohort.links.LinkPurpose;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Runs;
import org.cohort.mentorship.Weeks;
import org.cohort.programme.Programmes;
import org.cohort.reporting.Report.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reports to the programme's reporting addresses. Each is made once, stored whole as it was sent, and mailed with
 * its PDF in the same transaction; asked again, the stored one is returned. A programme without reporting addresses
 * keeps its reports and mails none.
 */
@Service
@Transactional
public class Reports {

	/** Grant givers may look for longer than anybody else. */
	private static final Duration READABLE_FOR = Duration.ofDays(3650);

	private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);

	private final ReportStore reports;

	private final WeeklyReports weekly;

	private final SummaryReport summary;

	private final Pdf pdf;

	private final Programmes programmes;

	private final Participations participations;

	private final Weeks weeks;

	private final Runs runs;

	private final Links links;

	private final Mails mails;

	private final AuditTrail audit;

	private final Clock clock;

	Reports(ReportStore reports, WeeklyReports weekly, SummaryReport summary, Pdf pdf, Programmes programmes,
			Participations participations, Weeks weeks, Runs runs, Links links, Mails mails, AuditTrail audit,
			Clock clock) {
		this.reports = reports;
		this.weekly = weekly;
		this.summary = summary;
		this.pdf = pdf;
		this.programmes = programmes;
		this.participations = participations;
		this.weeks = weeks;
		this.runs = runs;
		this.links = links;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/** The conclusions of a round are finished, the summary can be sent. */
	public record ConclusionsWritten(UUID roundId) {
	}

	/** When the group report on a week of the run is due. */
	public record GroupWeek(int number, Instant reportAt) {
	}

	/** A group's week is reported a little after its last log could be written. */
	public List<GroupWeek> plan(UUID roundId) {
		var run = runs.plan(roundId);
		var tenth = run.weekLength().dividedBy(10);
		var patience = programmes.round(roundId).settings().logGrace()
			.plus(tenth.compareTo(MOST_PATIENCE) < 0 ? tenth : MOST_PATIENCE);
		return IntStream.rangeClosed(1, run.weeks())
			.mapToObj(number -> new GroupWeek(number, run.startOf(number + 1).plus(patience)))
			.toList();
	}

	/** Reports a week of one participant; from then on its words stay as they are. */
	public Report participantWeek(UUID participationId, int week) {
		var roundId = participations.get(participationId).roundId();
		weeks.reported(participationId, week);
		return reports.find(Kind.PARTICIPANT_WEEK, roundId, participationId, week)
			.orElseGet(() -> send(Kind.PARTICIPANT_WEEK, roundId, participationId, week,
					weekly.participantWeek(participationId, week)));
	}

	public Report groupWeek(UUID roundId, int week) {
		return reports.find(Kind.GROUP_WEEK, roundId, null, week)
			.orElseGet(() -> send(Kind.GROUP_WEEK, roundId, null, week, weekly.groupWeek(roundId, week)));
	}

	public Report summary(UUID roundId) {
		return reports.find(Kind.SUMMARY, roundId, null, null)
			.orElseGet(() -> send(Kind.SUMMARY, roundId, null, null, summary.of(roundId)));
	}

	/** The summary as it would be sent now. */
	@Transactional(readOnly = true)
	public String summaryDraft(UUID roundId) {
		return summary.of(roundId).html();
	}

	/** All reports of a round, the latest first. */
	@Transactional(readOnly = true)
	public List<Report> ofRound(UUID roundId) {
		return reports.ofRound(roundId);
	}

	@Transactional(readOnly = true)
	public Report get(UUID reportId) {
		return reports.get(reportId);
	}

	@Transactional(readOnly = true)
	public Optional<Report> sentSummary(UUID roundId) {
		return reports.find(Kind.SUMMARY, roundId, null, null);
	}

	@Transactional(readOnly = true)
	public String html(UUID reportId) {
		return reports.html(reportId);
	}

	@Transactional(readOnly = true)
	public byte[] pdf(UUID reportId) {
		return reports.pdf(reportId);
	}

	private Report send(Kind kind, UUID roundId, @Nullable UUID participationId, @Nullable Integer week, Page page) {
		var id = UUID.randomUUID();
		var now = clock.instant();
		var recipients = programmes.round(roundId).settings().reportingAddresses().size();
		var link = links.issue(LinkPurpose.REPORT, id, "", now.plus(READABLE_FOR));
		var report = reports.insert(new Report(id, kind, roundId, participationId, week, page.title(), new byte[0],
				recipients, link.id(), now), page, pdf.of(page.document()));
		audit.record("process", "send-report", "round", roundId,
				"%s, SHA-256 %s".formatted(page.title(), report.fingerprint()));
		if (recipients > 0) {
			mails.post(new MailOrder("report", "report:" + id, "reporting",
					participationId == null ? roundId : participationId, Map.of("report", id.toString())));
		}
		return report;
	}
}
