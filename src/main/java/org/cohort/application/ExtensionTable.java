package org.cohort.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code deadline_extension}. */
@Repository
class ExtensionTable {

	private final JdbcClient jdbc;

	ExtensionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** More time for one person in one round. */
	record Extension(UUID roundId, String emailKey, @Nullable UUID draftId, Instant until, String reason,
			String grantedBy, Instant grantedAt) {

		static Extension of(ResultSet row, int number) throws SQLException {
			return new Extension(row.getObject("round_id", UUID.class), row.getString("email_key"),
					row.getObject("draft_id", UUID.class), Sql.instant(row, "until"), row.getString("reason"),
					row.getString("granted_by"), Sql.instant(row, "granted_at"));
		}

		@Override
		public String toString() {
			return "Extension[until " + until + "]";
		}
	}

	/** Grants an extension in the place of the one that the person has. */
	void store(Extension extension) {
		jdbc.sql("""
				insert into deadline_extension (round_id, email_key, draft_id, until, reason, granted_by, granted_at)
				values (:round, :email, :draft, :until, :reason, :by, :at)
				on conflict (round_id, email_key) do update set
					draft_id = coalesce(excluded.draft_id, deadline_extension.draft_id),
					until = excluded.until, reason = excluded.reason, granted_by = excluded.granted_by,
					granted_at = excluded.granted_at
				""")
				.param("round", extension.roundId()).param("email", extension.emailKey())
				.param("draft", extension.draftId()).param("until", Sql.utc(extension.until()))
				.param("reason", extension.reason()).param("by", extension.grantedBy())
				.param("at", Sql.utc(extension.grantedAt())).update();
	}

	/** Until when this person has more time, by address or by the form that was mailed to them. */
	Optional<Instant> until(UUID roundId, String emailKey, @Nullable UUID formKey) {
		return jdbc.sql("""
				select max(until) as until from deadline_extension
				where round_id = :round and (email_key = :email or draft_id = :form)
				""")
				.param("round", roundId).param("email", emailKey).param("form", formKey)
				.query((row, number) -> Optional.ofNullable(Sql.instantIfAny(row, "until"))).single();
	}

	List<Extension> of(UUID roundId) {
		return jdbc.sql("select * from deadline_extension where round_id = ? order by until, email_key").param(roundId)
				.query(Extension::of).list();
	}

	/** Whether somebody still has time who has not sent an application that counts. */
	boolean anyAwaited(UUID roundId, Instant now) {
		return jdbc.sql("""
				select exists (select from deadline_extension e where e.round_id = :round and e.until > :now
					and not exists (select from application a where a.round_id = e.round_id
						and (a.email_key = e.email_key or a.submission_key = e.draft_id)
						and a.stage not in ('WITHDRAWN', 'LAPSED')))
				""")
				.param("round", roundId).param("now", Sql.utc(now)).query(Boolean.class).single();
	}

	/** Closed rounds that are not settled although an extension in them is over. */
	List<UUID> roundsToLookAt(Instant now) {
		return jdbc.sql("""
				select distinct r.id from deadline_extension e join round r on r.id = e.round_id
				where e.until <= :now and r.state = 'CLOSED'
					and not exists (select from round_pool p where p.round_id = r.id)
				""")
				.param("now", Sql.utc(now)).query(UUID.class).list();
	}
}
