package org.cohort.eligibility;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.cohort.application.Standings;
import org.cohort.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code eligibility_screening}. */
@Repository
class ScreeningTable {

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient jdbc;

	private final Standings standings;

	private final AuditTrail audit;

	ScreeningTable(JdbcClient jdbc, Standings standings, AuditTrail audit) {
		this.jdbc = jdbc;
		this.standings = standings;
		this.audit = audit;
	}

	Screening insertOnce(Screening screening) {
		int stored = jdbc.sql("""
				insert into eligibility_screening
					(application_id, number, table_version, inputs, findings, outcome, reasons, screened_at)
				values (:application, :number, :version, cast(:inputs as jsonb), cast(:findings as jsonb), :outcome, :reasons, :at)
				on conflict (application_id, number) do nothing
				""")
				.param("application", screening.applicationId()).param("number", screening.number())
				.param("version", screening.tableVersion())
				.param("inputs", JSON.writeValueAsString(screening.inputs()))
				.param("findings", JSON.writeValueAsString(screening.findings()))
				.param("outcome", screening.outcome().name())
				.param("reasons", screening.reasons().toArray(String[]::new))
				.param("at", utc(screening.screenedAt())).update();
		if (stored == 1) {
			audit.record("process", "screen", "application", screening.applicationId(), screening.outcome().code());
		}
		tell(screening.applicationId());
		return jdbc.sql("select * from eligibility_screening where application_id = ? and number = ?")
				.param(screening.applicationId()).param(screening.number()).query(ScreeningTable::screening).single();
	}

	void decideOnce(UUID applicationId, Outcome decision, String decidedBy, Instant now) {
		boolean first = find(applicationId).map(Screening::decision).isEmpty();
		int changed = jdbc.sql("""
				update eligibility_screening
				set decision = coalesce(decision, :decision), decided_by = coalesce(decided_by, :by),
					decided_at = coalesce(decided_at, :at)
				where application_id = :application and outcome = 'BORDERLINE'
					and number = (select max(number) from eligibility_screening where application_id = :application)
				""")
				.param("decision", decision.name()).param("by", decidedBy).param("at", utc(now))
				.param("application", applicationId).update();
		if (changed == 0) {
			throw new NoSuchElementException("Application " + applicationId + " is not a borderline one.");
		}
		if (first) {
			audit.record(decidedBy, "decide-borderline", "application", applicationId, decision.code());
		}
		tell(applicationId);
	}

	/** The list of applications is filtered by what the last screening came to. */
	private void tell(UUID applicationId) {
		standings.screened(applicationId, find(applicationId).orElseThrow().finalOutcome().name());
	}

	/** The latest screening of an application. */
	Optional<Screening> find(UUID applicationId) {
		return all(applicationId).stream().findFirst();
	}

	/** The latest first. */
	List<Screening> all(UUID applicationId) {
		return jdbc.sql("select * from eligibility_screening where application_id = ? order by number desc")
				.param(applicationId).query(ScreeningTable::screening).list();
	}

	private static Screening screening(ResultSet row, int number) throws SQLException {
		String decision = row.getString("decision");
		OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
		Array reasons = row.getArray("reasons");
		return new Screening(row.getObject("application_id", UUID.class), row.getInt("number"),
				row.getString("table_version"),
				JSON.readValue(row.getString("inputs"), new TypeReference<Map<String, Object>>() {
				}),
				JSON.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {
				}),
				Outcome.valueOf(row.getString("outcome")), List.of((String[]) reasons.getArray()),
				row.getObject("screened_at", OffsetDateTime.class).toInstant(),
				decision == null ? null : Outcome.valueOf(decision), row.getString("decided_by"),
				decidedAt == null ? null : decidedAt.toInstant());
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}
}
