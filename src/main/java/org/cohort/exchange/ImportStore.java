package org.cohort.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.exchange.Import.Line;
import org.cohort.exchange.Import.Outcome;
import org.cohort.exchange.Import.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code application_import} and {@code application_import_line}. */
@Repository
class ImportStore {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String SELECT =
			"select id, round_id, file_name, mapping, state, lines, done, asked_by, asked_at, "
			+ "finished_at from application_import ";

	private final JdbcClient jdbc;

	ImportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Import one, byte[] content) {
		jdbc.sql("""
				insert into application_import (id, round_id, file_name, content, mapping, state, lines, asked_by, asked_at)
				values (:id, :round, :name, :content, cast(:mapping as jsonb), 'UPLOADED', :lines, :by, :at)
				""").param("id", one.id()).param("round", one.roundId()).param("name", one.fileName())
				.param("content", content).param("mapping", json(one.mapping())).param("lines", one.lines())
				.param("by", one.askedBy()).param("at", utc(one.askedAt())).update();
	}

	Optional<Import> find(UUID id) {
		return jdbc.sql(SELECT + "where id = ?").param(id).query(ImportStore::one).optional();
	}

	List<Import> ofRound(UUID roundId) {
		return jdbc.sql(SELECT + "where round_id = ? order by asked_at desc").param(roundId).query(ImportStore::one).list();
	}

	/** Those that a restart interrupted. */
	List<UUID> running() {
		return jdbc.sql("select id from application_import where state = 'RUNNING' order by asked_at").query(UUID.class)
				.list();
	}

	Optional<byte[]> content(UUID id) {
		return jdbc.sql("select content from application_import where id = ? and content is not null").param(id)
				.query((row, number) -> row.getBytes(1)).optional();
	}

	/** Returns whether the file still waited for it. */
	boolean map(UUID id, Mapping mapping) {
		return jdbc.sql("update application_import set mapping = cast(? as jsonb) where id = ? and state = 'UPLOADED'")
				.param(json(mapping)).param(id).update() == 1;
	}

	/** Returns whether this call started it. */
	boolean start(UUID id) {
		return jdbc.sql("update application_import set state = 'RUNNING' where id = ? and state = 'UPLOADED'").param(id)
				.update() == 1;
	}

	/** Ends it and lets go of the file; returns whether it was running. */
	boolean finish(UUID id, State state, Instant now) {
		return jdbc.sql("""
				update application_import set state = ?, content = null, finished_at = ?
				where id = ? and state = 'RUNNING'
				""").param(state.name()).param(utc(now)).param(id).update() == 1;
	}

	/** Deletes a file that was never read in; returns whether there was one. */
	boolean discard(UUID id) {
		return jdbc.sql("delete from application_import where id = ? and state = 'UPLOADED'").param(id).update() == 1;
	}

	/** Deletes files that nobody has read in since. */
	void discardOlderThan(Instant then) {
		jdbc.sql("delete from application_import where state = 'UPLOADED' and asked_at < ?").param(utc(then)).update();
	}

	/** Notes one more outcome; returns false, and notes nothing, if the import was stopped. */
	boolean add(UUID id, Line line) {
		if (jdbc.sql("update application_import set done = done + 1 where id = ? and state = 'RUNNING'").param(id)
				.update() == 0) {
			return false;
		}
		jdbc.sql("""
				insert into application_import_line (import_id, line, outcome, application_id, code, problems)
				values (:id, :line, :outcome, :application, :code, cast(:problems as jsonb))
				""").param("id", id).param("line", line.line()).param("outcome", line.outcome().name())
				.param("application", line.applicationId()).param("code", line.code())
				.param("problems", JSON.writeValueAsString(line.problems())).update();
		return true;
	}

	List<Line> lines(UUID id) {
		return jdbc.sql("select * from application_import_line where import_id = ? order by line").param(id)
				.query((row, number) -> new Line(row.getInt("line"), Outcome.valueOf(row.getString("outcome")),
						row.getObject("application_id", UUID.class), row.getString("code"),
						JSON.readTree(row.getString("problems")).valueStream().map(value -> value.asString()).toList()))
				.list();
	}

	private static String json(Mapping mapping) {
		return JSON.writeValueAsString(mapping.fields());
	}

	private static Import one(ResultSet row, int number) throws SQLException {
		Map<Integer, String> fields = new LinkedHashMap<>();
		JSON.readTree(row.getString("mapping"))
				.forEachEntry((column, field) -> fields.put(Integer.valueOf(column), field.asString()));
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		return new Import(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class),
				row.getString("file_name"), new Mapping(fields), State.valueOf(row.getString("state")),
				row.getInt("lines"), row.getInt("done"), row.getString("asked_by"),
				row.getObject("asked_at", OffsetDateTime.class).toInstant(),
				finished == null ? null : finished.toInstant());
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}
}
