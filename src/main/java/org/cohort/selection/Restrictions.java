package org.cohort.selection;

import static org.cohort.selection.ProposalStore.timestamp;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.selection.Restriction.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pins and exclusions that the committee decides on, one per applicant, each with its reason. */
@Service
@Transactional
class Restrictions {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	Restrictions(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** Those of a round that hold now. */
	@Transactional(readOnly = true)
	public List<Restriction> inForce(UUID roundId) {
		return jdbc.sql("select * from selection_restriction where round_id = ? and lifted_at is null order by made_at, id")
			.param(roundId)
			.query((row, number) -> new Restriction(row.getObject("id", UUID.class), roundId,
					row.getObject("application_id", UUID.class), Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
					row.getString("reason"), row.getString("actor"), row.getTimestamp("made_at").toInstant()))
			.list();
	}

	/** From the next computation on; in the place of what was decided about them before. */
	public void restrict(UUID roundId, UUID applicationId, Kind kind, String reason, String actor) {
		end(roundId, applicationId, actor);
		jdbc.sql("""
				insert into selection_restriction (id, round_id, application_id, kind, reason, actor, made_at)
				values (:id, :round, :application, :kind, :reason, :actor, :now)
				""")
			.param("id", UUID.randomUUID())
			.param("round", roundId)
			.param("application", applicationId)
			.param("kind", kind.name().toLowerCase(Locale.ROOT))
			.param("reason", reason)
			.param("actor", actor)
			.param("now", timestamp(clock.instant()))
			.update();
		audit.record(actor, kind == Kind.PIN ? "pin-applicant" : "exclude-applicant", "application", applicationId, "");
	}

	public void lift(UUID roundId, UUID applicationId, String actor) {
		if (end(roundId, applicationId, actor)) {
			audit.record(actor, "lift-restriction", "application", applicationId, "");
		}
	}

	private boolean end(UUID roundId, UUID applicationId, String actor) {
		return jdbc.sql("""
				update selection_restriction set lifted_by = :actor, lifted_at = :now
				where round_id = :round and application_id = :application and lifted_at is null
				""")
			.param("actor", actor)
			.param("now", timestamp(clock.instant()))
			.param("round", roundId)
			.param("application", applicationId)
			.update() == 1;
	}
}
