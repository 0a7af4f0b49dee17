package org.cohort.selection;

import static org.cohort.selection.ProposalStore.timestamp;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.cohort.selection.Standing.Seat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the committee's approval and what was decided about each application. */
@Repository
class DecisionStore {

	private final JdbcClient jdbc;

	DecisionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Approval> approval(UUID roundId) {
		return jdbc.sql("select * from selection_approval where round_id = :round")
			.param("round", roundId)
			.query(DecisionStore::approval)
			.optional();
	}

	/** @return whether this is the first approval of the round */
	boolean insert(Approval approval) {
		return jdbc.sql("""
				insert into selection_approval (round_id, proposal_id, members, reason, approved_by, approved_at)
				values (:round, :proposal, :members, :reason, :by, :at) on conflict (round_id) do nothing
				""")
			.param("round", approval.roundId())
			.param("proposal", approval.proposalId())
			.param("members", approval.members().toArray(UUID[]::new))
			.param("reason", approval.reason())
			.param("by", approval.approvedBy())
			.param("at", timestamp(approval.approvedAt()))
			.update() == 1;
	}

	/** Keeps somebody's approval of a version; a second one of the same person changes nothing. */
	void insert(Consent consent) {
		jdbc.sql("""
				insert into selection_consent (round_id, version, actor, reason, given_at)
				values (:round, :version, :actor, :reason, :at) on conflict do nothing
				""")
			.param("round", consent.roundId())
			.param("version", consent.version())
			.param("actor", consent.actor())
			.param("reason", consent.reason())
			.param("at", timestamp(consent.givenAt()))
			.update();
	}

	/** Who has approved this version of the shortlist, the first one first. */
	List<Consent> consents(UUID roundId, String version) {
		return jdbc.sql("select * from selection_consent where round_id = ? and version = ? order by given_at, actor")
			.params(roundId, version)
			.query((row, number) -> new Consent(roundId, version, row.getString("actor"), row.getString("reason"),
					row.getTimestamp("given_at").toInstant()))
			.list();
	}

	/** @return whether the round was not announced before */
	boolean announce(UUID roundId, Instant now) {
		return jdbc.sql("update selection_approval set announced_at = :now where round_id = :round and announced_at is null")
			.param("round", roundId)
			.param("now", timestamp(now))
			.update() == 1;
	}

	/** @return whether the waiting list was not closed before */
	boolean closeWaitingList(UUID roundId, Instant now) {
		return jdbc.sql("""
				update selection_approval set waiting_list_closed_at = :now
				where round_id = :round and waiting_list_closed_at is null
				""").param("round", roundId).param("now", timestamp(now)).update() == 1;
	}

	void insert(UUID roundId, Standing standing, Instant now) {
		jdbc.sql("""
				insert into selection_decision (application_id, turn, round_id, decision, seat, place, decided_at)
				values (:application, :turn, :round, :decision, :seat, :place, :now)
				""")
			.param("application", standing.applicationId())
			.param("turn", standing.turn())
			.param("round", roundId)
			.param("decision", standing.decision().value())
			.param("seat", standing.seat() == null ? null : standing.seat().name().toLowerCase(Locale.ROOT))
			.param("place", standing.place())
			.param("now", timestamp(now))
			.update();
	}

	/** The latest decision about everybody of the round, the waiting list in its order. */
	List<Standing> standings(UUID roundId) {
		return jdbc.sql("""
				select distinct on (application_id) * from selection_decision where round_id = :round
				order by application_id, turn desc
				""")
			.param("round", roundId)
			.query(DecisionStore::standing)
			.list()
			.stream()
			.sorted(Comparator.comparing((Standing standing) -> standing.place() == null ? 0 : standing.place())
				.thenComparing(Standing::applicationId))
			.toList();
	}

	Optional<Standing> standing(UUID applicationId) {
		return jdbc.sql("select * from selection_decision where application_id = :id order by turn desc limit 1")
			.param("id", applicationId)
			.query(DecisionStore::standing)
			.optional();
	}

	/** Moves an offered seat; one that was taken can still be returned, one that was returned stays so. */
	void seat(UUID applicationId, Seat seat) {
		jdbc.sql("""
				update selection_decision set seat = :seat
				where application_id = :id and (seat = 'offered' or (seat = 'taken' and :seat = 'returned'))
				""")
			.param("id", applicationId)
			.param("seat", seat.name().toLowerCase(Locale.ROOT))
			.update();
	}

	void left(UUID applicationId, Instant now) {
		jdbc.sql("""
				update selection_decision set left_at = :now
				where application_id = :id and decision = 'waiting-list' and left_at is null
				""").param("id", applicationId).param("now", timestamp(now)).update();
	}

	private static Approval approval(ResultSet row, int number) throws SQLException {
		Array members = row.getArray("members");
		return new Approval(row.getObject("round_id", UUID.class), row.getObject("proposal_id", UUID.class),
				List.of((UUID[]) members.getArray()), row.getString("reason"), row.getString("approved_by"),
				row.getTimestamp("approved_at").toInstant(), instant(row.getTimestamp("announced_at")),
				instant(row.getTimestamp("waiting_list_closed_at")));
	}

	private static Standing standing(ResultSet row, int number) throws SQLException {
		String seat = row.getString("seat");
		return new Standing(row.getObject("application_id", UUID.class), row.getInt("turn"),
				Decision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT).replace('-', '_')),
				seat == null ? null : Seat.valueOf(seat.toUpperCase(Locale.ROOT)), (Integer) row.getObject("place"),
				row.getTimestamp("left_at") != null);
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}
}
