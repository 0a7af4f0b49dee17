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

/** The table {@code programme}. */
@Repository
class ProgrammeTable {

	private static final String SELECT = "select id, slug, name, settings from programme ";

	private final JdbcClient jdbc;

	ProgrammeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Programme get(UUID id) {
		return jdbc.sql(SELECT + "where id = ?").param(id).query(ProgrammeTable::programme).optional()
				.orElseThrow(() -> new NoSuchElementException("There is no programme " + id + "."));
	}

	Optional<Programme> bySlug(String slug) {
		return jdbc.sql(SELECT + "where slug = ?").param(slug).query(ProgrammeTable::programme).optional();
	}

	List<Programme> all() {
		return jdbc.sql(SELECT + "order by name, slug").query(ProgrammeTable::programme).list();
	}

	Programme store(String slug, String name, Settings settings, Instant now) {
		jdbc.sql("""
				insert into programme (id, slug, name, settings, created_at, changed_at)
				values (:id, :slug, :name, cast(:settings as jsonb), :now, :now)
				on conflict (slug) do update
				set name = excluded.name, settings = excluded.settings, changed_at = excluded.changed_at
				""")
				.param("id", UUID.randomUUID()).param("slug", slug).param("name", name)
				.param("settings", ProgrammeFile.json(settings))
				.param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
				.update();
		return bySlug(slug).orElseThrow();
	}

	private static Programme programme(ResultSet row, int number) throws SQLException {
		return new Programme(row.getObject("id", UUID.class), row.getString("slug"), row.getString("name"),
				ProgrammeFile.settings(row.getString("settings")));
	}
}
