package org.cohort.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decision tables: the one that ships with Cohort, those that were tried, and which of them new screenings use.
 * A choice made on the page outlives updates of Cohort, until another is made.
 */
@Service
@Transactional
public class DecisionTables {

	/** What the audit trail knows the choice by: there is one for the whole installation. */
	private static final UUID SUBJECT = UUID.nameUUIDFromBytes("eligibility".getBytes(StandardCharsets.UTF_8));

	private final DecisionTable shipped = shippedTable();

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DecisionTables(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** Another table is to be used by new screenings. */
	public record Chosen(String version) {
	}

	/**
	 * Which table is used, by whose choice.
	 *
	 * @param chosenBy nobody, while it is the one that ships with Cohort and no other was ever chosen
	 */
	public record InForce(DecisionTable table, boolean shipped, @Nullable String chosenBy, @Nullable Instant chosenAt) {
	}

	/** The table that new screenings use, as soon as the engine has it. */
	@Transactional(readOnly = true)
	public InForce inForce() {
		return jdbc.sql("""
				select c.chosen_by, c.chosen_at, t.version, t.dmn
				from eligibility_table_choice c left join eligibility_table t on t.version = c.version
				order by c.id desc limit 1
				""").query((row, number) -> {
					String version = row.getString("version");
					return new InForce(version == null ? shipped : new DecisionTable(version, row.getString("dmn")),
							version == null, row.getString("chosen_by"),
							row.getObject("chosen_at", OffsetDateTime.class).toInstant());
				}).optional().orElse(new InForce(shipped, true, null, null));
	}

	/** The table that ships with Cohort. */
	DecisionTable shipped() {
		return shipped;
	}

	/** A table that was kept, or the one that ships with Cohort. */
	@Transactional(readOnly = true)
	public Optional<DecisionTable> find(String version) {
		if (version.equals(shipped.version())) {
			return Optional.of(shipped);
		}
		return jdbc.sql("select version, dmn from eligibility_table where version = ?").param(version)
				.query((row, number) -> new DecisionTable(row.getString("version"), row.getString("dmn"))).optional();
	}

	void keep(DecisionTable table, String by) {
		jdbc.sql("""
				insert into eligibility_table (version, dmn, kept_by, kept_at) values (:version, :dmn, :by, :at)
				on conflict do nothing
				""")
				.param("version", table.version()).param("dmn", table.dmn()).param("by", by)
				.param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
	}

	/** Whether the table was tried on a pool to the end, so that the engine is known to understand it. */
	@Transactional(readOnly = true)
	public boolean tried(String version) {
		return version.equals(shipped.version()) || jdbc.sql(
				"select exists (select from eligibility_trial where version = ? and state = 'DONE')").param(version)
				.query(Boolean.class).single();
	}

	/**
	 * Lets new screenings use a table that was tried; for the one that ships with Cohort, updates of it count again.
	 * @return whether it is another one than before, and was tried
	 */
	boolean choose(String version, String by) {
		if (!tried(version) || inForce().table().version().equals(version)) {
			return false;
		}
		jdbc.sql("insert into eligibility_table_choice (version, chosen_by, chosen_at) values (:version, :by, :at)")
				.param("version", version.equals(shipped.version()) ? null : version).param("by", by)
				.param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
		audit.record(by, "deploy-decision-table", "decision-table", SUBJECT, version);
		events.publishEvent(new Chosen(version));
		return true;
	}

	private static DecisionTable shippedTable() {
		try {
			return DecisionTable.of(new ClassPathResource("bpmn/eligibility.dmn").getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
