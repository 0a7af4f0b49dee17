package org.cohort.mentorship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.mentorship.Participation.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of participations and agreements. */
@Repository
class ParticipationStore {

	private final JdbcClient jdbc;

	ParticipationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether this call made the row; a second start of the same application makes none. */
	boolean insert(Participation participation) {
		return jdbc.sql("""
				insert into participation (id, application_id, round_id, programme_id, code, state, started_at)
				values (:id, :application, :round, :programme, :code, :state, :startedAt)
				on conflict (application_id) do nothing
				""")
			.param("id", participation.id())
			.param("application", participation.applicationId())
			.param("round", participation.roundId())
			.param("programme", participation.programmeId())
			.param("code", participation.code())
			.param("state", participation.state().name())
			.param("startedAt", Sql.at(participation.startedAt()))
			.update() == 1;
	}

	Participation get(UUID id) {
		return query("where id = :key", id).stream()
			.findFirst()
			.orElseThrow(() -> new NoSuchElementException("There is no participation " + id));
	}

	/** The same, and nobody else changes this participation until the transaction ends. */
	Participation lock(UUID id) {
		return query("where id = :key for update", id).stream()
			.findFirst()
			.orElseThrow(() -> new NoSuchElementException("There is no participation " + id));
	}

	Optional<Participation> ofApplication(UUID applicationId) {
		return query("where application_id = :key", applicationId).stream().findFirst();
	}

	List<Participation> inRound(UUID roundId) {
		return query("where round_id = :key order by code", roundId);
	}

	List<Participation> ofMentor(String username) {
		return query("where mentor = :key order by started_at, code", username);
	}

	List<Participation> all() {
		return jdbc.sql("select * from participation order by started_at desc, code")
			.query(ParticipationStore::participation)
			.list();
	}

	Map<String, Integer> mentoringNow() {
		return jdbc.sql("""
				select mentor, count(*) as people from participation
				where mentor is not null and state not in ('COMPLETED', 'ENDED') group by mentor
				""")
			.query((row, number) -> Map.entry(row.getString("mentor"), row.getInt("people")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	void assign(UUID id, String mentor) {
		jdbc.sql("""
				update participation set mentor = :mentor, state = case state when 'STARTED' then 'AGREEING' else state end
				where id = :id
				""").param("id", id).param("mentor", mentor).update();
	}

	void unassign(UUID id) {
		jdbc.sql("delete from agreement where participation_id = :id and side = 'mentor'").param("id", id).update();
		jdbc.sql("update participation set mentor = null, state = 'STARTED' where id = :id").param("id", id).update();
	}

	void run(UUID id, Instant plannedAt) {
		jdbc.sql("update participation set state = 'RUNNING', weeks_planned_at = :at where id = :id and state = 'AGREEING'")
			.param("id", id)
			.param("at", Sql.at(plannedAt))
			.update();
	}

	void finish(UUID id, State state, Instant at) {
		jdbc.sql("update participation set state = :state, ended_at = :at where id = :id")
			.param("id", id)
			.param("state", state.name())
			.param("at", Sql.at(at))
			.update();
	}

	void end(UUID id, Ending ending, String note, Instant at) {
		jdbc.sql("""
				update participation set state = 'ENDED', ended_at = :at, ending = :ending, ending_note = :note
				where id = :id
				""")
			.param("id", id)
			.param("at", Sql.at(at))
			.param("ending", ending.word())
			.param("note", note)
			.update();
	}

	Optional<String> endingNote(UUID id) {
		return jdbc.sql("select ending_note from participation where id = :id and ending_note <> ''")
			.param("id", id)
			.query(String.class)
			.optional();
	}

	/** Whether this call stored the confirmation; a second one keeps the first. */
	boolean insertAgreement(UUID id, Side side, String by, String wording, Instant at) {
		return jdbc.sql("""
				insert into agreement (participation_id, side, confirmed_at, confirmed_by, wording)
				values (:id, :side, :at, :by, :wording) on conflict do nothing
				""")
			.param("id", id)
			.param("side", side.word())
			.param("at", Sql.at(at))
			.param("by", by)
			.param("wording", wording)
			.update() == 1;
	}

	Map<Side, Instant> agreements(UUID id) {
		return jdbc.sql("select side, confirmed_at from agreement where participation_id = :id")
			.param("id", id)
			.query((row, number) -> Map.entry(Side.of(row.getString("side")), Sql.instant(row, "confirmed_at")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private List<Participation> query(String condition, Object key) {
		return jdbc.sql("select * from participation " + condition)
			.param("key", key)
			.query(ParticipationStore::participation)
			.list();
	}

	private static Participation participation(ResultSet row, int number) throws SQLException {
		var ending = row.getString("ending");
		return new Participation(row.getObject("id", UUID.class), row.getObject("application_id", UUID.class),
				row.getObject("round_id", UUID.class), row.getObject("programme_id", UUID.class),
				row.getString("code"), row.getString("mentor"), State.valueOf(row.getString("state")),
				Sql.instant(row, "started_at"), Sql.instantOrNull(row, "ended_at"),
				ending == null ? null : Ending.of(ending));
	}
}
