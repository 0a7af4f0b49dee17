package org.cohort.eligibility.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code eligibility_evidence}. */
@Repository
class EvidenceStore {

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient jdbc;

	EvidenceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps what was found. What was counted before stays when the repository could not be read this time, with the
	 * time at which it was counted, and beside it that it could not be read; if nothing was ever counted, only that.
	 */
	void keep(Evidence found) {
		if (found.failure() != null && missed(found)) {
			return;
		}
		jdbc.sql("""
				insert into eligibility_evidence as kept (application_id, repository, counted_at, months, addresses, failure,
					commits, weeks, first_at, last_at)
				select id, :repository, :at, :months, :addresses, :failure, :commits, cast(:weeks as jsonb), :first, :last
				from application where id = :application
				on conflict (application_id, repository) do update set counted_at = excluded.counted_at,
					months = excluded.months, addresses = excluded.addresses, failure = excluded.failure,
					commits = excluded.commits, weeks = excluded.weeks, first_at = excluded.first_at,
					last_at = excluded.last_at, missed_at = null, missed_why = null
				where excluded.failure is null or kept.failure is not null
				""")
				.param("application", found.applicationId()).param("repository", found.repository())
				.param("at", utc(found.countedAt())).param("months", found.months()).param("addresses", found.addresses())
				.param("failure", found.failure()).param("commits", found.tally().commits())
				.param("weeks", JSON.writeValueAsString(found.tally().weeks())).param("first", utc(found.tally().first()))
				.param("last", utc(found.tally().last())).update();
	}

	/** Returns whether there are numbers that stay. */
	private boolean missed(Evidence found) {
		return jdbc.sql("""
				update eligibility_evidence set missed_at = :at, missed_why = :why
				where application_id = :application and repository = :repository and failure is null
				""")
				.param("at", utc(found.countedAt())).param("why", found.failure())
				.param("application", found.applicationId()).param("repository", found.repository()).update() > 0;
	}

	List<Evidence> of(UUID applicationId) {
		return jdbc.sql("select * from eligibility_evidence where application_id = ? order by repository")
				.param(applicationId).query(EvidenceStore::evidence).list();
	}

	private static Evidence evidence(ResultSet row, int number) throws SQLException {
		TreeMap<LocalDate, Integer> weeks = JSON.readValue(row.getString("weeks"),
				new TypeReference<TreeMap<LocalDate, Integer>>() {
				});
		return new Evidence(row.getObject("application_id", UUID.class), row.getString("repository"),
				row.getObject("counted_at", OffsetDateTime.class).toInstant(), row.getInt("months"),
				row.getInt("addresses"), row.getString("failure"),
				new Tally(weeks, instant(row, "first_at"), instant(row, "last_at")), missed(row));
	}

	private static Evidence.@Nullable Missed missed(ResultSet row) throws SQLException {
		Instant at = instant(row, "missed_at");
		return at == null ? null : new Evidence.Missed(at, row.getString("missed_why"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return time == null ? null : time.toInstant();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}
}
