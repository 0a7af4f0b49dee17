package org.cohort.selection;

import static org.cohort.selection.ProposalStore.timestamp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.selection.optimiser.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The seed of every round: drawn when the round opens, before anybody can have applied, and bound by its published
 * SHA-256. So nobody, not even whoever runs Cohort, can choose among equals by choosing the seed.
 */
@Service
@Transactional
class Seeds {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	Seeds(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** @param commitment SHA-256 of the seed, in hexadecimal digits */
	record Seed(String text, String commitment, Instant committedAt) {
	}

	@ApplicationModuleListener
	void on(Programmes.RoundOpened event) {
		of(event.roundId());
	}

	/** The seed of a round, drawn now if there is none. */
	public Seed of(UUID roundId) {
		return drawn(roundId).orElseGet(() -> {
			byte[] bytes = new byte[32];
			new SecureRandom().nextBytes(bytes);
			String seed = HexFormat.of().formatHex(bytes);
			String commitment = Proposal.commitment(seed);
			boolean first = jdbc.sql("""
					insert into selection_seed (round_id, seed, commitment, committed_at)
					values (:round, :seed, :commitment, :now) on conflict do nothing
					""")
				.param("round", roundId)
				.param("seed", seed)
				.param("commitment", commitment)
				.param("now", timestamp(clock.instant()))
				.update() == 1;
			if (first) {
				audit.record("selection", "commit-to-seed", "round", roundId, commitment);
			}
			return drawn(roundId).orElseThrow();
		});
	}

	/** The seed if it was drawn. Show its text to nobody before the round is announced. */
	@Transactional(readOnly = true)
	public Optional<Seed> drawn(UUID roundId) {
		return jdbc.sql("select seed, commitment, committed_at from selection_seed where round_id = ?")
			.param(roundId)
			.query((row, number) -> new Seed(row.getString("seed"), row.getString("commitment"),
					row.getTimestamp("committed_at").toInstant()))
			.optional();
	}
}
