package org.cohort.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code application}: reading, and moving through the stages. */
@Repository
class ApplicationTable {

	private static final String SELECT = """
			select a.id, a.round_id, r.programme_id, a.code, a.stage, a.stage_since, a.submitted_at, a.confirmed_at,
				a.programme_version_id
			from application a join round r on r.id = a.round_id
			""";

	private static final List<String> UNSETTLED = Stage.UNSETTLED.stream().map(Stage::name).toList();

	private final JdbcClient jdbc;

	ApplicationTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Application get(UUID id) {
		return one(id, SELECT + "where a.id = ?", ApplicationTable::application);
	}

	Application lock(UUID id) {
		return one(id, SELECT + "where a.id = ? for update of a", ApplicationTable::application);
	}

	Contact contact(UUID id) {
		return one(id, "select name, email, locale from application where id = ?", (row, number) -> new Contact(
				row.getString("name"), row.getString("email"), Locale.forLanguageTag(row.getString("locale"))));
	}

	Answers answers(UUID id) {
		return one(id, "select answers from application where id = ?",
				(row, number) -> Answers.of(row.getString("answers")));
	}

	/** What the applications of a round answered, each with the version of the programme that asked. */
	Map<UUID, Answered> answersInRound(UUID roundId) {
		Map<UUID, Answered> answers = new HashMap<>();
		jdbc.sql("select id, programme_version_id, answers from application where round_id = ?").param(roundId)
				.query(row -> {
					answers.put(row.getObject("id", UUID.class), new Answered(row.getLong("programme_version_id"),
							Answers.of(row.getString("answers"))));
				});
		return answers;
	}

	record Answered(long programmeVersion, Answers answers) {
	}

	List<Summary> inRound(UUID roundId) {
		return jdbc
				.sql("select id, code, stage, submitted_at from application where round_id = ? order by submitted_at, id")
				.param(roundId)
				.query((row, number) -> new Summary(row.getObject("id", UUID.class), row.getString("code"),
						Stage.valueOf(row.getString("stage")), Sql.instant(row, "submitted_at")))
				.list();
	}

	/** Whether the same address took a place in another round of the programme whose run begins earlier. */
	boolean participatedBefore(UUID id) {
		return jdbc.sql("""
				select exists (
					select from application a join round r on r.id = a.round_id
						join application earlier on earlier.email_key = a.email_key and earlier.stage = 'ACCEPTED'
						join round before on before.id = earlier.round_id
					where a.id = ? and before.programme_id = r.programme_id and before.run_starts_at < r.run_starts_at)
				""")
				.param(id).query(Boolean.class).single();
	}

	void stage(UUID id, Stage stage, Instant now) {
		jdbc.sql("update application set stage = ?, stage_since = ? where id = ?")
				.param(stage.name()).param(Sql.utc(now)).param(id).update();
	}

	/** Sets the time until which the address can be confirmed, unless there is one; returns the one that counts. */
	Instant confirmBy(UUID id, Instant wanted) {
		jdbc.sql("update application set confirm_by = ? where id = ? and confirm_by is null")
				.param(Sql.utc(wanted)).param(id).update();
		return one(id, "select confirm_by from application where id = ?",
				(row, number) -> Sql.instant(row, "confirm_by"));
	}

	void confirmed(UUID id, Instant now) {
		jdbc.sql("update application set confirmed_at = ? where id = ?").param(Sql.utc(now)).param(id).update();
	}

	boolean anyUnsettled(UUID roundId) {
		return jdbc.sql("select exists (select from application where round_id = :round and stage in (:stages))")
				.param("round", roundId).param("stages", UNSETTLED).query(Boolean.class).single();
	}

	/** Whether nothing is left to wait for, so that the committee is choosing or has chosen. */
	boolean settled(UUID roundId) {
		return jdbc.sql("select exists (select from round_pool where round_id = ?)").param(roundId).query(Boolean.class)
				.single();
	}

	/** Notes that nothing is left to wait for; returns whether this was news. */
	boolean markSettled(UUID roundId, Instant now) {
		return jdbc.sql("insert into round_pool (round_id, settled_at) values (?, ?) on conflict do nothing")
				.param(roundId).param(Sql.utc(now)).update() == 1;
	}

	private <T> T one(UUID id, String sql, RowMapper<T> mapper) {
		return jdbc.sql(sql).param(id).query(mapper).optional()
				.orElseThrow(() -> new NoSuchElementException("There is no application " + id + "."));
	}

	static Application application(ResultSet row, int number) throws SQLException {
		return new Application(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class),
				row.getObject("programme_id", UUID.class), row.getString("code"), Stage.valueOf(row.getString("stage")),
				Sql.instant(row, "stage_since"), Sql.instant(row, "submitted_at"),
				Sql.instantIfAny(row, "confirmed_at"), row.getLong("programme_version_id"));
	}
}
