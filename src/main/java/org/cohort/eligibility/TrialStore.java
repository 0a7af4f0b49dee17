package org.cohort.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes trials of decision tables, and reads the screenings of a past pool. */
@Repository
class TrialStore {

	/** So many changes of sides are shown; more are counted. */
	static final int SHOWN = 500;

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient jdbc;

	TrialStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Somebody of a past pool: what was compared, and what the table made of it. */
	record Past(UUID applicationId, Map<String, Object> inputs, Outcome outcome) {
	}

	List<Past> pool(UUID roundId) {
		return jdbc.sql("""
				select distinct on (s.application_id) s.application_id, s.inputs, s.outcome
				from eligibility_screening s join application a on a.id = s.application_id
				where a.round_id = ? order by s.application_id, s.number desc
				""")
				.param(roundId).query((row, number) -> new Past(row.getObject("application_id", UUID.class),
						JSON.readValue(row.getString("inputs"), new TypeReference<Map<String, Object>>() {
						}), Outcome.valueOf(row.getString("outcome")))).list();
	}

	void insert(TableTrial trial) {
		jdbc.sql("""
				insert into eligibility_trial (id, round_id, version, started_by, started_at, total, done, state)
				values (:id, :round, :version, :by, :at, :total, 0, 'RUNNING')
				""")
				.param("id", trial.id()).param("round", trial.roundId()).param("version", trial.version())
				.param("by", trial.startedBy()).param("at", utc(trial.startedAt())).param("total", trial.total()).update();
	}

	void line(UUID trialId, Past past, Outcome after, List<Finding> findings) {
		jdbc.sql("""
				insert into eligibility_trial_line (trial_id, application_id, before, after, findings)
				select :trial, id, :before, :after, cast(:findings as jsonb) from application where id = :application
				""")
				.param("trial", trialId).param("application", past.applicationId())
				.param("before", past.outcome().name()).param("after", after.name())
				.param("findings", JSON.writeValueAsString(findings)).update();
	}

	void progress(UUID id, int done) {
		jdbc.sql("update eligibility_trial set done = ? where id = ? and state = 'RUNNING'").param(done).param(id).update();
	}

	void finish(UUID id, TableTrial.State state, String failure, Instant now) {
		jdbc.sql("""
				update eligibility_trial set state = :state, failure = nullif(:failure, ''), finished_at = :now
				where id = :id and state = 'RUNNING'
				""")
				.param("state", state.name()).param("failure", failure).param("now", utc(now)).param("id", id).update();
	}

	/** Trials that a stopped application left running. */
	void giveUp(Instant now) {
		jdbc.sql("""
				update eligibility_trial set state = 'FAILED', finished_at = :now,
					failure = 'Cohort was stopped while it ran. Please try it again.' where state = 'RUNNING'
				""").param("now", utc(now)).update();
	}

	Optional<TableTrial> find(UUID id) {
		return jdbc.sql("select * from eligibility_trial where id = ?").param(id).query(TrialStore::trial).optional();
	}

	List<TableTrial> latest() {
		return jdbc.sql("select * from eligibility_trial order by started_at desc limit 20").query(TrialStore::trial).list();
	}

	TableTrial.Counts counts(UUID id) {
		Map<Outcome, Integer> before = new EnumMap<>(Outcome.class);
		Map<Outcome, Integer> after = new EnumMap<>(Outcome.class);
		jdbc.sql("select before, after, count(*) as people from eligibility_trial_line where trial_id = ? group by 1, 2")
				.param(id).query(row -> {
					before.merge(Outcome.valueOf(row.getString("before")), row.getInt("people"), Integer::sum);
					after.merge(Outcome.valueOf(row.getString("after")), row.getInt("people"), Integer::sum);
				});
		return new TableTrial.Counts(before, after);
	}

	List<TableTrial.Change> changes(UUID id) {
		return jdbc.sql("""
				select a.id, a.code, l.before, l.after, l.findings, s.reasons
				from eligibility_trial_line l join application a on a.id = l.application_id
					join lateral (select reasons from eligibility_screening where application_id = a.id
						order by number desc limit 1) s on true
				where l.trial_id = ? and l.before <> l.after order by l.before, l.after, a.code limit
				""" + SHOWN)
				.param(id).query((row, number) -> new TableTrial.Change(row.getObject("id", UUID.class),
						row.getString("code"), Outcome.valueOf(row.getString("before")),
						Outcome.valueOf(row.getString("after")),
						JSON.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {
						}), List.of((String[]) row.getArray("reasons").getArray()))).list();
	}

	int changed(UUID id) {
		return jdbc.sql("select count(*) from eligibility_trial_line where trial_id = ? and before <> after").param(id)
				.query(Integer.class).single();
	}

	private static TableTrial trial(ResultSet row, int number) throws SQLException {
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		return new TableTrial(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class),
				row.getString("version"), row.getString("started_by"),
				row.getObject("started_at", OffsetDateTime.class).toInstant(), row.getInt("total"), row.getInt("done"),
				TableTrial.State.valueOf(row.getString("state")), row.getString("failure"),
				finished == null ? null : finished.toInstant());
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}
}
