package org.cohort.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.IntStream;

import org.cohort.audit.AuditTrail.Entry;
import org.cohort.support.ApplicationTest;
import org.cohort.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class AuditTrailTests {

	@Autowired
	AuditTrail trail;

	@Autowired
	Seals seals;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	private final UUID subject = UUID.randomUUID();

	@Test
	void whatWasDoneIsReadBackInOrder() {
		trail.record("olga", "open-round", "round", subject, "spring-2027");
		trail.record("paul", "close-round", "round", subject, "");

		assertThat(trail.of(subject)).extracting(Entry::actor, Entry::action, Entry::detail).containsExactly(
				org.assertj.core.groups.Tuple.tuple("olga", "open-round", "spring-2027"),
				org.assertj.core.groups.Tuple.tuple("paul", "close-round", ""));
	}

	@Test
	void whatWasRolledBackWasNotDone() {
		transaction.executeWithoutResult(status -> {
			trail.record("olga", "open-round", "round", subject, "");
			status.setRollbackOnly();
		});

		assertThat(trail.of(subject)).isEmpty();
	}

	@Test
	void theApplicationItselfCanNeitherChangeNorRemoveAnEntry() {
		trail.record("olga", "open-round", "round", subject, "");

		assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'eve'").update())
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update())
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> jdbc.sql("delete from audit_seal").update())
			.hasStackTraceContaining("permission denied");
	}

	@Test
	void anEntryThatSomebodyChangedBehindOurBackIsFound() throws Exception {
		IntStream.range(0, 5).forEach(number -> trail.record("olga", "open-round", "round", subject, "n" + number));
		seals.seal();
		assertThat(seals.verify().brokenAt()).isEmpty();
		long victim = trail.of(subject).get(2).id();
		long position = jdbc.sql("select position from audit_seal where entry_id = :id").param("id", victim)
			.query(Long.class).single();

		asOwner("update audit_entry set detail = 'forged' where id = " + victim);
		assertThat(seals.verify().brokenAt()).contains(position);

		asOwner("update audit_entry set detail = 'n2' where id = " + victim);
		assertThat(seals.verify().brokenAt()).as("as it was").isEmpty();
	}

	@Test
	void aMissingSealIsFound() throws Exception {
		IntStream.range(0, 3).forEach(number -> trail.record("olga", "open-round", "round", subject, ""));
		seals.seal();
		long position = jdbc.sql("select max(position) - 1 from audit_seal").query(Long.class).single();

		asOwner("update audit_seal set position = position + 1000000 where position = " + position);
		assertThat(seals.verify().brokenAt()).isPresent();

		asOwner("update audit_seal set position = position - 1000000 where position > 1000000");
		assertThat(seals.verify().brokenAt()).isEmpty();
	}

	/** Somebody with the keys to the database, who even switches the triggers off. */
	private static void asOwner(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(TestDatabase.shared().url(), "cohort_owner",
				TestDatabase.PASSWORD); Statement statement = connection.createStatement()) {
			statement.execute("set search_path to cohort");
			statement.execute("alter table audit_entry disable trigger user");
			statement.execute("alter table audit_seal disable trigger user");
			try {
				statement.execute(sql);
			}
			finally {
				statement.execute("alter table audit_entry enable trigger user");
				statement.execute("alter table audit_seal enable trigger user");
			}
		}
	}
}
