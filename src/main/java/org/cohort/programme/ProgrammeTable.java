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

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code programme} and {@code programme_version}: what a programme is, and all that it was. */
@Repository
class ProgrammeTable {

	private static final String SELECT = "select id, slug, name, version_id from programme ";

	private static final String VERSION = """
			select id, programme_id, number, name, settings, what, author, made_at from programme_version
			""";

	private final JdbcClient jdbc;

	private final SettingsOfVersions settings;

	ProgrammeTable(JdbcClient jdbc, SettingsOfVersions settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	Programme get(UUID id) {
		return one(id, "");
	}

	/** Reads a programme and keeps everybody else from changing it until the transaction ends. */
	Programme lock(UUID id) {
		return one(id, "for no key update");
	}

	private Programme one(UUID id, String lock) {
		return jdbc.sql(SELECT + "where id = ? " + lock).param(id).query(this::programme).optional()
				.orElseThrow(() -> new NoSuchElementException("There is no programme " + id + "."));
	}

	Optional<Programme> bySlug(String slug) {
		return jdbc.sql(SELECT + "where slug = ?").param(slug).query(this::programme).optional();
	}

	List<Programme> all() {
		return jdbc.sql(SELECT + "order by name, slug").query(this::programme).list();
	}

	/** Stores a new programme with its first version; refuses a short name that is taken. */
	Programme insert(String slug, String name, Settings settings, Change change) {
		UUID id = UUID.randomUUID();
		long version = version(id, 1, name, settings, change);
		try {
			jdbc.sql("""
					insert into programme (id, slug, name, settings, version_id, created_at, changed_at)
					values (:id, :slug, :name, cast(:settings as jsonb), :version, :now, :now)
					""")
					.param("id", id).param("slug", slug).param("name", name)
					.param("settings", ProgrammeFile.json(settings)).param("version", version)
					.param("now", utc(change.at())).update();
		}
		catch (DuplicateKeyException taken) {
			throw new ProgrammeRefused("There is already a programme with the short name «" + slug + "».", taken);
		}
		return get(id);
	}

	/** Changes a programme, which the caller has locked, and keeps what it becomes as a version. */
	Programme change(UUID id, String name, Settings settings, Change change) {
		int next = jdbc.sql("select max(number) + 1 from programme_version where programme_id = ?").param(id)
				.query(Integer.class).single();
		long version = version(id, next, name, settings, change);
		jdbc.sql("""
				update programme set name = :name, settings = cast(:settings as jsonb), version_id = :version,
					changed_at = :now
				where id = :id
				""")
				.param("id", id).param("name", name).param("settings", ProgrammeFile.json(settings))
				.param("version", version).param("now", utc(change.at())).update();
		return get(id);
	}

	/** All versions, the newest first. */
	List<ProgrammeVersion> versions(UUID id) {
		return jdbc.sql(VERSION + "where programme_id = ? order by number desc").param(id)
				.query(ProgrammeTable::version).list();
	}

	ProgrammeVersion version(long id) {
		return jdbc.sql(VERSION + "where id = ?").param(id).query(ProgrammeTable::version).optional()
				.orElseThrow(() -> new NoSuchElementException("There is no version " + id + " of a programme."));
	}

	QuestionSet questions(long version) {
		return settings.questions(version);
	}

	/** Who changes a programme, when, and what in a few words. */
	record Change(String what, String author, Instant at) {
	}

	private long version(UUID programmeId, int number, String name, Settings settings, Change change) {
		return jdbc.sql("""
				insert into programme_version (programme_id, number, name, settings, what, author, made_at)
				values (:programme, :number, :name, cast(:settings as jsonb), :what, :author, :now) returning id
				""")
				.param("programme", programmeId).param("number", number).param("name", name)
				.param("settings", ProgrammeFile.json(settings)).param("what", change.what())
				.param("author", change.author()).param("now", utc(change.at())).query(Long.class).single();
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

	private static ProgrammeVersion version(ResultSet row, int number) throws SQLException {
		return new ProgrammeVersion(row.getLong("id"), row.getObject("programme_id", UUID.class), row.getInt("number"),
				row.getString("name"), row.getString("settings"), row.getString("what"), row.getString("author"),
				row.getObject("made_at", OffsetDateTime.class).toInstant());
	}

	private Programme programme(ResultSet row, int number) throws SQLException {
		long version = row.getLong("version_id");
		return new Programme(row.getObject("id", UUID.class), row.getString("slug"), row.getString("name"),
				settings.of(version), version);
	}
}
