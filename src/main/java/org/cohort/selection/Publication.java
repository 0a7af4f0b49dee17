package org.cohort.selection;

import static org.cohort.selection.ProposalStore.timestamp;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.selection.Numbers.Part;
import org.cohort.selection.Numbers.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the numbers of a selection, once, after everybody has been told. */
@Service
@Transactional
class Publication {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Deciding deciding;

	private final PoolSource pools;

	private final AuditTrail audit;

	private final Clock clock;

	Publication(JdbcClient jdbc, JsonMapper json, Deciding deciding, PoolSource pools, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.deciding = deciding;
		this.pools = pools;
		this.audit = audit;
		this.clock = clock;
	}

	record Published(Numbers numbers, String publishedBy, Instant publishedAt) {
	}

	@Transactional(readOnly = true)
	public Optional<Published> of(UUID roundId) {
		return jdbc.sql("select numbers, published_by, published_at from selection_publication where round_id = ?")
			.param(roundId)
			.query((row, number) -> new Published(json.readValue(row.getString("numbers"), Numbers.class),
					row.getString("published_by"), row.getTimestamp("published_at").toInstant()))
			.optional();
	}

	/**
	 * Publishes the numbers of a round. Done again, it changes nothing.
	 *
	 * @throws ShortlistRefused before everybody has been told
	 */
	public void publish(UUID roundId, String actor) {
		Shortlist shortlist = deciding.shortlist(roundId);
		Approval approval = shortlist.approval();
		if (approval == null || approval.announcedAt() == null) {
			throw ShortlistRefused.notAnnounced();
		}
		if (of(roundId).isPresent()) {
			return;
		}
		boolean first = jdbc.sql("""
				insert into selection_publication (round_id, numbers, published_by, published_at)
				values (:round, cast(:numbers as jsonb), :by, :now) on conflict do nothing
				""")
			.param("round", roundId)
			.param("numbers", json.writeValueAsString(numbers(shortlist, approval)))
			.param("by", actor)
			.param("now", timestamp(clock.instant()))
			.update() == 1;
		if (first) {
			audit.record(actor, "publish-numbers", "round", roundId, "proposal " + shortlist.proposal().number());
		}
	}

	private Numbers numbers(Shortlist shortlist, Approval approval) {
		Proposal proposal = shortlist.proposal();
		Proposal.Result result = proposal.readyResult();
		Set<UUID> members = Set.copyOf(approval.members());
		List<Comparison> alone = pools.pool(proposal.roundId(), proposal.seed(), members).comparisons(members);
		List<Part> composition = new ArrayList<>();
		for (Comparison whole : shortlist.figures().comparisons()) {
			Optional<Comparison> cohort = alone.stream().filter(one -> one.key().equals(whole.key())).findFirst();
			if (!whole.hidden()) {
				composition.add(new Part(whole.key(), whole.label(),
						whole.rows().stream().map(row -> row(row, cohort.orElse(null))).toList()));
			}
		}
		return new Numbers(proposal.readyInput().seats(), proposal.poolSize(), approval.members().size(),
				shortlist.figures().diversity(), result.optimal(), shortlist.changes().size(), result.odds(), composition,
				proposal.inputHash(), proposal.fingerprint());
	}

	/**
	 * The cohort is small, so its groups are looked at by themselves: where one is hidden, even «nobody» would tell, by
	 * subtraction.
	 */
	private static Row row(Comparison.Row whole, @Nullable Comparison cohort) {
		boolean folded = cohort == null || cohort.hidden()
				|| cohort.rows().stream().anyMatch(row -> row.value().equals(Comparison.FOLDED));
		Integer members = cohort == null || cohort.hidden() ? null : cohort.rows().stream()
			.filter(row -> row.value().equals(whole.value()) && !whole.value().equals(Comparison.FOLDED)
					&& (row.pool() > 0 || !folded))
			.map(Comparison.Row::pool).findFirst().orElse(null);
		return new Row(whole.value(), whole.label(), whole.target(), whole.pool(), members);
	}
}
