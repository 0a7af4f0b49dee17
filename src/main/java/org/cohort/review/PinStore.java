package org.cohort.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the tables {@code review_pin} and {@code review_vacancy}. */
@Repository
class PinStore {

	private final JdbcClient jdbc;

	PinStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A slot for which nobody was found. */
	record Vacancy(UUID applicationId, int slot) {
	}

	List<Pin> ofRound(UUID roundId) {
		return jdbc.sql("select * from review_pin where round_id = :round order by application_id, reviewer")
			.param("round", roundId)
			.query(PinStore::pin)
			.list();
	}

	List<Pin> ofApplication(UUID applicationId) {
		return jdbc.sql("select * from review_pin where application_id = :application order by reviewer")
			.param("application", applicationId)
			.query(PinStore::pin)
			.list();
	}

	void keep(Pin pin, String actor, Instant now) {
		jdbc.sql("""
				insert into review_pin (application_id, round_id, reviewer, wanted, made_by, made_at)
				values (:application, :round, :reviewer, :wanted, :actor, :now)
				on conflict (application_id, reviewer) do update set wanted = excluded.wanted,
					made_by = excluded.made_by, made_at = excluded.made_at
				""")
			.param("application", pin.applicationId())
			.param("round", pin.roundId())
			.param("reviewer", pin.reviewer())
			.param("wanted", pin.wanted())
			.param("actor", actor)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** @return whether it was there */
	boolean remove(UUID applicationId, String reviewer) {
		return jdbc.sql("delete from review_pin where application_id = :application and reviewer = :reviewer")
			.param("application", applicationId)
			.param("reviewer", reviewer)
			.update() == 1;
	}

	List<Vacancy> vacancies(UUID roundId) {
		return jdbc.sql("select application_id, slot from review_vacancy where round_id = :round order by 1, 2")
			.param("round", roundId)
			.query((row, number) -> new Vacancy(row.getObject(1, UUID.class), row.getInt(2)))
			.list();
	}

	void vacant(UUID applicationId, UUID roundId, int slot, Instant now) {
		jdbc.sql("""
				insert into review_vacancy (application_id, round_id, slot, since)
				values (:application, :round, :slot, :now) on conflict do nothing
				""")
			.param("application", applicationId)
			.param("round", roundId)
			.param("slot", slot)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	void filled(UUID applicationId, int slot) {
		jdbc.sql("delete from review_vacancy where application_id = :application and slot = :slot")
			.param("application", applicationId)
			.param("slot", slot)
			.update();
	}

	void forgetVacancies(UUID applicationId) {
		jdbc.sql("delete from review_vacancy where application_id = :application").param("application", applicationId)
			.update();
	}

	private static Pin pin(ResultSet row, int number) throws SQLException {
		return new Pin(row.getObject("application_id", UUID.class), row.getObject("round_id", UUID.class),
				row.getString("reviewer"), row.getBoolean("wanted"));
	}
}
