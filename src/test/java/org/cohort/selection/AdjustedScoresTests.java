package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.util.UUID;

import org.cohort.application.Stage;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class AdjustedScoresTests {

	@Autowired
	PoolSource source;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	@Test
	void theSelectionCountsScoresAsIfAllReviewersWereEquallyStrict() {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		Round round = applicants.closedRound(2);
		for (int i = 0; i < 5; i++) {
			UUID both = applicants.in(round).at(Stage.IN_POOL).scored(50).store();
			scored(round, both, 1, "strict", 40);
			scored(round, both, 2, "generous", 60);
		}
		UUID strictly = applicants.in(round).at(Stage.IN_POOL).scored(45).store();
		scored(round, strictly, 1, "strict", 45);
		UUID generously = applicants.in(round).at(Stage.IN_POOL).scored(55).store();
		scored(round, generously, 1, "generous", 55);

		PoolOfRound pool = source.pool(round.id(), "seed");

		assertThat(pool.byId(strictly).orElseThrow().score()).isCloseTo(55, within(1e-6));
		assertThat(pool.byId(generously).orElseThrow().score()).isCloseTo(45, within(1e-6));
	}

	private void scored(Round round, UUID application, int slot, String reviewer, double value) {
		Timestamp now = Timestamp.from(clock.instant());
		jdbc.sql("""
				insert into review (id, application_id, round_id, slot, reviewer, state, assigned_at, remind_at, due_at, settled_at,
					confidence, value)
				values (?, ?, ?, ?, ?, 'scored', ?, ?, ?, ?, 2, ?)
				""").params(UUID.randomUUID(), application, round.id(), slot, reviewer, now, now, now, now, value).update();
	}
}
