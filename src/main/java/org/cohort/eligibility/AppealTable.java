package org.cohort.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code eligibility_appeal}. Every change names what it comes from, so that the first one counts. */
@Repository
class AppealTable {

	private final JdbcClient jdbc;

	AppealTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns whether the time to appeal begins now, and had not begun before. */
	boolean insert(UUID applicationId, Instant now, Instant appealBy) {
		return jdbc.sql("""
				insert into eligibility_appeal (application_id, opened_at, appeal_by) values (:application, :now, :by)
				on conflict do nothing
				""")
				.param("application", applicationId).param("now", utc(now)).param("by", utc(appealBy)).update() == 1;
	}

	Optional<Appeal> find(UUID applicationId) {
		return jdbc.sql("select * from eligibility_appeal where application_id = ?").param(applicationId)
				.query(AppealTable::appeal).optional();
	}

	/** Returns whether this is the first appeal, and in time. */
	boolean make(UUID applicationId, String words, Instant now) {
		return jdbc.sql("""
				update eligibility_appeal set words = :words, appealed_at = :now
				where application_id = :application and appealed_at is null and over_at is null and appeal_by > :now
				""")
				.param("words", words).param("now", utc(now)).param("application", applicationId).update() == 1;
	}

	/** Ends the time to appeal; returns whether that was news and nobody has appealed. */
	boolean over(UUID applicationId, Instant now) {
		return jdbc.sql("""
				update eligibility_appeal set over_at = :now
				where application_id = :application and appealed_at is null and over_at is null
				""")
				.param("now", utc(now)).param("application", applicationId).update() == 1;
	}

	/** Returns whether there was an appeal to decide. */
	boolean decide(UUID applicationId, boolean granted, String reason, String by, Instant now) {
		return jdbc.sql("""
				update eligibility_appeal set granted = :granted, reason = :reason, decided_by = :by, decided_at = :now
				where application_id = :application and appealed_at is not null and granted is null
				""")
				.param("granted", granted).param("reason", reason).param("by", by).param("now", utc(now))
				.param("application", applicationId).update() == 1;
	}

	/** Applications whose appeal was made before this moment and is not decided. */
	List<UUID> undecidedSince(Instant before) {
		return jdbc.sql("""
				select application_id from eligibility_appeal
				where appealed_at is not null and granted is null and appealed_at <= :before order by appealed_at
				""").param("before", utc(before)).query(UUID.class).list();
	}

	private static Appeal appeal(ResultSet row, int number) throws SQLException {
		return new Appeal(row.getObject("application_id", UUID.class),
				row.getObject("opened_at", OffsetDateTime.class).toInstant(),
				row.getObject("appeal_by", OffsetDateTime.class).toInstant(), row.getString("words"),
				instant(row, "appealed_at"), instant(row, "over_at"), row.getObject("granted", Boolean.class),
				row.getString("reason"), row.getString("decided_by"), instant(row, "decided_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return time == null ? null : time.toInstant();
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}
}
