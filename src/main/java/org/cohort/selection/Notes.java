package org.cohort.selection;

import static org.cohort.selection.ProposalStore.timestamp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the committee says about applicants while it decides. The audit trail says that, not what. */
@Service
@Transactional
class Notes {

	static final int LONGEST = 2000;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	Notes(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	record Note(String author, String text, Instant writtenAt) {
	}

	public void write(UUID roundId, UUID applicationId, String text, String author) {
		jdbc.sql("""
				insert into selection_note (id, round_id, application_id, author, text, written_at)
				values (:id, :round, :application, :author, :text, :now)
				""")
			.param("id", UUID.randomUUID())
			.param("round", roundId)
			.param("application", applicationId)
			.param("author", author)
			.param("text", text)
			.param("now", timestamp(clock.instant()))
			.update();
		audit.record(author, "note-on-applicant", "application", applicationId, "");
	}

	/** The oldest first. */
	@Transactional(readOnly = true)
	public List<Note> of(UUID applicationId) {
		return jdbc.sql("select * from selection_note where application_id = ? order by written_at, id")
			.param(applicationId)
			.query((row, number) -> new Note(row.getString("author"), row.getString("text"),
					row.getTimestamp("written_at").toInstant()))
			.list();
	}

	/** How many there are for each applicant of a round that has some. */
	@Transactional(readOnly = true)
	public Map<UUID, Long> counts(UUID roundId) {
		return jdbc.sql("""
				select application_id, count(*) as notes from selection_note where round_id = ? group by application_id
				""")
			.param(roundId)
			.query((row, number) -> Map.entry(row.getObject("application_id", UUID.class), row.getLong("notes")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}
}
