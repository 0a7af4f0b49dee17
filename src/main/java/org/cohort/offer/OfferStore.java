package org.cohort.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes the table {@code offer}. Every change names the state it comes from, so that the first one counts.
 */
@Repository
class OfferStore {

	private final JdbcClient jdbc;

	OfferStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Offer> of(UUID applicationId) {
		return jdbc.sql("select * from offer where application_id = :application")
			.param("application", applicationId)
			.query(OfferStore::offer)
			.optional();
	}

	/** @return whether this is the application's first offer */
	boolean insert(Offer offer) {
		return jdbc.sql("""
				insert into offer (id, application_id, round_id, made_at, remind_at, expires_at, state)
				values (:id, :application, :round, :made, :remind, :expires, :state)
				on conflict (application_id) do nothing
				""")
			.param("id", offer.id())
			.param("application", offer.applicationId())
			.param("round", offer.roundId())
			.param("made", timestamp(offer.madeAt()))
			.param("remind", timestamp(offer.remindAt()))
			.param("expires", timestamp(offer.expiresAt()))
			.param("state", offer.state().value())
			.update() == 1;
	}

	/** @return whether the offer was open and its deadline not passed */
	boolean answer(UUID applicationId, OfferState answer, Instant now) {
		return jdbc.sql("""
				update offer set state = :answer, answered_at = :now
				where application_id = :application and state = 'open' and expires_at > :now
				""")
			.param("application", applicationId)
			.param("answer", answer.value())
			.param("now", timestamp(now))
			.update() == 1;
	}

	/** @return whether the offer was in the state to come from */
	boolean move(UUID applicationId, OfferState from, OfferState to) {
		return jdbc.sql("update offer set state = :to where application_id = :application and state = :from")
			.param("application", applicationId)
			.param("from", from.value())
			.param("to", to.value())
			.update() == 1;
	}

	/** Withdraws an offer that was accepted but not settled yet. @return whether there was one */
	boolean withdrawUnsettled(UUID applicationId) {
		return jdbc.sql("""
				update offer set state = 'withdrawn'
				where application_id = :application and state = 'accepted' and closed_at is null
				""").param("application", applicationId).update() == 1;
	}

	/** @return whether the offer was not settled before */
	boolean close(UUID id, Instant now) {
		return jdbc.sql("update offer set closed_at = :now where id = :id and closed_at is null and state <> 'open'")
			.param("id", id)
			.param("now", timestamp(now))
			.update() == 1;
	}

	private static Offer offer(ResultSet row, int number) throws SQLException {
		return new Offer(row.getObject("id", UUID.class), row.getObject("application_id", UUID.class),
				row.getObject("round_id", UUID.class), row.getTimestamp("made_at").toInstant(),
				row.getTimestamp("remind_at").toInstant(), row.getTimestamp("expires_at").toInstant(),
				OfferState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
	}

	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}
}
