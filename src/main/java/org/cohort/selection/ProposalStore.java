package org.cohort.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.selection.Computation.Computed;
import org.cohort.selection.Proposal.Input;
import org.cohort.selection.Proposal.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes proposals and the changes that people made to them. */
@Repository
class ProposalStore {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ProposalStore(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Lets one person or job at a time decide about a round; held until the transaction ends. */
	void lockRound(UUID roundId) {
		jdbc.sql("select pg_advisory_xact_lock(hashtextextended('selection:' || :round, 0))")
			.param("round", roundId.toString())
			.query((row, number) -> true)
			.single();
	}

	void insert(Proposal proposal) {
		jdbc.sql("""
				insert into selection_proposal (id, round_id, number, state, asked_by, asked_at, pool_size, seed,
					tolerance)
				values (:id, :round, :number, 'asked', :by, :at, :size, :seed, :tolerance)
				""")
			.param("id", proposal.id())
			.param("round", proposal.roundId())
			.param("number", proposal.number())
			.param("by", proposal.askedBy())
			.param("at", timestamp(proposal.askedAt()))
			.param("size", proposal.poolSize())
			.param("seed", proposal.seed())
			.param("tolerance", proposal.tolerance())
			.update();
	}

	Optional<Proposal> byId(UUID id) {
		return jdbc.sql("select * from selection_proposal where id = :id").param("id", id).query(this::proposal).optional();
	}

	Optional<Proposal> latest(UUID roundId) {
		return jdbc.sql("select * from selection_proposal where round_id = :round order by number desc limit 1")
			.param("round", roundId)
			.query(this::proposal)
			.optional();
	}

	/** Proposals whose computation was asked for and never ended, oldest first: after a crash there are some. */
	List<UUID> unfinished() {
		return jdbc.sql("select id from selection_proposal where state = 'asked' order by asked_at, id")
			.query(UUID.class)
			.list();
	}

	/** All proposals of a round, the newest first. */
	List<Proposal> all(UUID roundId) {
		return jdbc.sql("select * from selection_proposal where round_id = :round order by number desc")
			.param("round", roundId)
			.query(this::proposal)
			.list();
	}

	/** @return whether it was still being waited for */
	boolean ready(UUID id, Computed computed, Instant now) {
		boolean ready = jdbc.sql("""
				update selection_proposal set state = 'ready', input = cast(:input as jsonb), input_hash = :hash,
					result = cast(:result as jsonb), document = :document, fingerprint = :fingerprint, ready_at = :now
				where id = :id and state = 'asked'
				""")
			.param("id", id)
			.param("input", json.writeValueAsString(computed.input()))
			.param("hash", computed.inputHash())
			.param("result", json.writeValueAsString(computed.result()))
			.param("document", computed.document())
			.param("fingerprint", computed.fingerprint())
			.param("now", timestamp(now))
			.update() == 1;
		if (ready) {
			keep(id, 0, computed.reasons());
		}
		return ready;
	}

	/** @return whether it was still being waited for */
	boolean failed(UUID id, String failure, @Nullable Refusal refusal) {
		return jdbc.sql("""
				update selection_proposal set state = 'failed', failure = :failure, refusal = cast(:refusal as jsonb)
				where id = :id and state = 'asked'
				""")
			.param("id", id)
			.param("failure", failure)
			.param("refusal", refusal == null ? null : json.writeValueAsString(refusal))
			.update() == 1;
	}

	/** The stored document, without the pool. */
	Optional<String> document(UUID id) {
		return jdbc.sql("select document from selection_proposal where id = ? and document is not null").param(id)
			.query(String.class).optional();
	}

	/** Keeps why everybody is in the cohort or not, as it is after this change. */
	void keep(UUID proposalId, int change, Map<UUID, Reason> reasons) {
		jdbc.sql("""
				insert into selection_reason (proposal_id, change_number, application_id, reason)
				select :proposal, :change, one.id, cast(one.reason as jsonb) from unnest(:ids, :reasons) as one (id, reason)
				""")
			.param("proposal", proposalId)
			.param("change", change)
			.param("ids", reasons.keySet().toArray(UUID[]::new))
			.param("reasons", reasons.values().stream().map(json::writeValueAsString).toArray(String[]::new))
			.update();
	}

	/** The reasons for some people, by application. */
	Map<UUID, Reason> reasons(UUID proposalId, int change, Collection<UUID> applications) {
		Map<UUID, Reason> reasons = new HashMap<>();
		jdbc.sql("""
				select application_id, reason from selection_reason
				where proposal_id = :proposal and change_number = :change and application_id = any(:ids)
				""")
			.param("proposal", proposalId)
			.param("change", change)
			.param("ids", applications.toArray(UUID[]::new))
			.query(row -> {
				reasons.put(row.getObject("application_id", UUID.class), json.readValue(row.getString("reason"), Reason.class));
			});
		return reasons;
	}

	List<Change> changes(UUID proposalId) {
		return jdbc.sql("select * from selection_change where proposal_id = :proposal order by number")
			.param("proposal", proposalId)
			.query(this::change)
			.list();
	}

	void insert(Change change) {
		jdbc.sql("""
				insert into selection_change (id, proposal_id, number, removed, added, reason, actor, changed_at, figures)
				values (:id, :proposal, :number, :removed, :added, :reason, :actor, :at, cast(:figures as jsonb))
				""")
			.param("id", change.id())
			.param("proposal", change.proposalId())
			.param("number", change.number())
			.param("removed", change.removed())
			.param("added", change.added())
			.param("reason", change.reason())
			.param("actor", change.actor())
			.param("at", timestamp(change.changedAt()))
			.param("figures", json.writeValueAsString(change.after()))
			.update();
	}

	private Proposal proposal(ResultSet row, int number) throws SQLException {
		String input = row.getString("input");
		String result = row.getString("result");
		String refusal = row.getString("refusal");
		Timestamp readyAt = row.getTimestamp("ready_at");
		return new Proposal(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class), row.getInt("number"),
				Proposal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getString("asked_by"),
				row.getTimestamp("asked_at").toInstant(), row.getInt("pool_size"), row.getString("seed"),
				(Double) row.getObject("tolerance"), input == null ? null : json.readValue(input, Input.class),
				row.getString("input_hash"),
				result == null ? null : json.readValue(result, Result.class), row.getString("fingerprint"),
				readyAt == null ? null : readyAt.toInstant(), row.getString("failure"),
				refusal == null ? null : json.readValue(refusal, Refusal.class));
	}

	private Change change(ResultSet row, int number) throws SQLException {
		return new Change(row.getObject("id", UUID.class), row.getObject("proposal_id", UUID.class), row.getInt("number"),
				row.getObject("removed", UUID.class), row.getObject("added", UUID.class), row.getString("reason"),
				row.getString("actor"), row.getTimestamp("changed_at").toInstant(),
				json.readValue(row.getString("figures"), Figures.class));
	}

	static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
		return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
	}
}
