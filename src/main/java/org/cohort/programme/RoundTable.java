package org.cohort.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code round}. */
@Repository
class RoundTable {

	private static final String SELECT = """
			select r.id, r.programme_id, r.slug, r.title, r.opens_at, r.closes_at, r.run_starts_at, r.seats, r.state,
				p.slug as programme_slug, p.name as programme_name, p.version_id
			from round r join programme p on p.id = r.programme_id
			""";

	/** Strong enough against {@link #lock}, and no stronger than what storing an application takes anyway. */
	private static final String HELD = "for key share of r";

	private final JdbcClient jdbc;

	private final SettingsOfVersions settings;

	RoundTable(JdbcClient jdbc, SettingsOfVersions settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	Round get(UUID id) {
		return one(id, "");
	}

	Round lock(UUID id) {
		return one(id, "for update of r");
	}

	Round hold(UUID id) {
		return one(id, HELD);
	}

	Optional<Round> hold(String slug) {
		return jdbc.sql(SELECT + "where r.slug = ? " + HELD).param(slug).query(this::round).optional();
	}

	private Round one(UUID id, String lock) {
		return jdbc.sql(SELECT + "where r.id = ? " + lock).param(id).query(this::round).optional()
				.orElseThrow(() -> new NoSuchElementException("There is no round " + id + "."));
	}

	Optional<Round> bySlug(String slug) {
		return jdbc.sql(SELECT + "where r.slug = ?").param(slug).query(this::round).optional();
	}

	List<Round> open(Instant now) {
		return jdbc.sql(SELECT
				+ "where r.state = 'OPEN' and r.opens_at <= :now and r.closes_at > :now order by r.closes_at")
				.param("now", utc(now)).query(this::round).list();
	}

	List<Round> all() {
		return jdbc.sql(SELECT + "order by r.opens_at desc, r.slug").query(this::round).list();
	}

	void insert(Round round, Instant now) {
		jdbc.sql("""
				insert into round (id, programme_id, slug, title, opens_at, closes_at, run_starts_at, seats, state, created_at)
				values (:id, :programme, :slug, :title, :opens, :closes, :starts, :seats, :state, :now)
				""")
				.param("id", round.id()).param("programme", round.programmeId()).param("slug", round.slug())
				.param("title", round.title()).param("opens", utc(round.opensAt()))
				.param("closes", utc(round.closesAt()))
				.param("starts", utc(round.runStartsAt())).param("seats", round.seats())
				.param("state", round.state().name()).param("now", utc(now)).update();
	}

	void state(UUID id, RoundState state) {
		jdbc.sql("update round set state = ? where id = ?").param(state.name()).param(id).update();
	}

	void change(UUID id, RoundPlan plan) {
		jdbc.sql("""
				update round set title = :title, opens_at = :opens, closes_at = :closes, run_starts_at = :starts,
					seats = :seats
				where id = :id
				""")
				.param("id", id).param("title", plan.title()).param("opens", utc(plan.opensAt()))
				.param("closes", utc(plan.closesAt())).param("starts", utc(plan.runStartsAt()))
				.param("seats", plan.seats()).update();
	}

	void times(UUID id, Instant closesAt, Instant runStartsAt) {
		jdbc.sql("update round set closes_at = ?, run_starts_at = ? where id = ?")
				.param(utc(closesAt)).param(utc(runStartsAt)).param(id).update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private Round round(ResultSet row, int number) throws SQLException {
		UUID programmeId = row.getObject("programme_id", UUID.class);
		long version = row.getLong("version_id");
		Programme programme = new Programme(programmeId, row.getString("programme_slug"),
				row.getString("programme_name"), settings.of(version), version);
		return new Round(row.getObject("id", UUID.class), programmeId, row.getString("slug"), row.getString("title"),
				instant(row, "opens_at"), instant(row, "closes_at"), instant(row, "run_starts_at"), row.getInt("seats"),
				RoundState.valueOf(row.getString("state")), programme);
	}
}
