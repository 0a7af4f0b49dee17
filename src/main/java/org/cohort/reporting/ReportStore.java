package org.cohort.reporting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.cohort.reporting.Report.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reports. They are made once and never changed. */
@Repository
class ReportStore {

	private static final String COLUMNS = "id, kind, round_id, participation_id, week, title, pdf_sha256, recipients, "
			+ "link_id, made_at";

	private final JdbcClient jdbc;

	ReportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the mail of a report says. */
	record MailBody(List<String> highlights, String html) {
	}

	Report insert(Report report, Page page, byte[] pdf) {
		var html = page.html();
		jdbc.sql("""
				insert into report (id, kind, round_id, participation_id, week, title, html, mail_html, highlights, pdf,
					html_sha256, pdf_sha256, recipients, link_id, made_at)
				values (:id, :kind, :round, :participation, :week, :title, :html, :mailHtml, :highlights, :pdf,
					:htmlSum, :pdfSum, :recipients, :link, :at)
				""")
			.param("mailHtml", page.plainHtml())
			.param("highlights", String.join("\n", page.highlights()))
			.param("id", report.id())
			.param("kind", report.kind().word())
			.param("round", report.roundId())
			.param("participation", report.participationIdOrNull())
			.param("week", report.weekOrNull())
			.param("title", report.title())
			.param("html", html)
			.param("pdf", pdf)
			.param("htmlSum", sha256(html.getBytes(StandardCharsets.UTF_8)))
			.param("pdfSum", sha256(pdf))
			.param("recipients", report.recipients())
			.param("link", report.linkId())
			.param("at", report.madeAt().atOffset(ZoneOffset.UTC))
			.update();
		return get(report.id());
	}

	Report get(UUID id) {
		return jdbc.sql("select " + COLUMNS + " from report where id = :id")
			.param("id", id)
			.query(ReportStore::report)
			.optional()
			.orElseThrow(() -> new NoSuchElementException("There is no report " + id));
	}

	Optional<Report> find(Kind kind, UUID roundId, @Nullable UUID participationId, @Nullable Integer week) {
		return jdbc.sql("select " + COLUMNS + """
				 from report where kind = :kind and round_id = :round
				and participation_id is not distinct from cast(:participation as uuid)
				and week is not distinct from cast(:week as integer)
				""")
			.param("kind", kind.word())
			.param("round", roundId)
			.param("participation", participationId)
			.param("week", week)
			.query(ReportStore::report)
			.optional();
	}

	/** The latest first. */
	List<Report> ofRound(UUID roundId) {
		return jdbc.sql("select " + COLUMNS + " from report where round_id = :round order by made_at desc, title")
			.param("round", roundId)
			.query(ReportStore::report)
			.list();
	}

	String html(UUID id) {
		return jdbc.sql("select html from report where id = :id").param("id", id).query(String.class).single();
	}

	MailBody mail(UUID id) {
		return jdbc.sql("select highlights, mail_html from report where id = :id")
			.param("id", id)
			.query((row, number) -> new MailBody(row.getString("highlights").lines().toList(),
					row.getString("mail_html")))
			.single();
	}

	byte[] pdf(UUID id) {
		return jdbc.sql("select pdf from report where id = :id").param("id", id).query(byte[].class).single();
	}

	private static byte[] sha256(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (NoSuchAlgorithmException absent) {
			throw new IllegalStateException("Every Java has SHA-256", absent);
		}
	}

	private static Report report(ResultSet row, int number) throws SQLException {
		return new Report(row.getObject("id", UUID.class), Kind.of(row.getString("kind")),
				row.getObject("round_id", UUID.class), row.getObject("participation_id", UUID.class),
				row.getObject("week", Integer.class), row.getString("title"), row.getBytes("pdf_sha256"),
				row.getInt("recipients"), row.getObject("link_id", UUID.class),
				row.getObject("made_at", OffsetDateTime.class).toInstant());
	}
}
