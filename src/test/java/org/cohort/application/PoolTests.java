package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class PoolTests {

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Submissions submissions;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	@BeforeEach
	void openARound() {
		round = Rounds.open(programmes, clock);
	}

	@Test
	void aRoundWithoutApplicationsIsSettledWhenItCloses() {
		applications.closeRound(round.id());
		applications.closeRound(round.id());
		assertThat(settled()).isOne();
	}

	@Test
	void anOpenRoundIsNotSettledWhateverItsApplicationsDo() {
		apply(2).forEach(id -> applications.advance(id, Stage.IN_POOL));
		assertThat(settled()).isZero();
		applications.closeRound(round.id());
		assertThat(settled()).isOne();
	}

	@Test
	void aWorkerThatWasHeldUpTakesNoApplicationBackToAnEarlierStage() {
		UUID id = apply(1).getFirst();
		assertThat(applications.advance(id, Stage.IN_POOL)).isTrue();
		assertThat(applications.advance(id, Stage.UNDER_REVIEW)).isFalse();
		assertThat(applications.stage(id)).isEqualTo(Stage.IN_POOL);
	}

	@Test
	void theRoundWaitsForTheLastApplicationAndTellsOnce() {
		List<UUID> ids = apply(3);
		applications.closeRound(round.id());
		applications.advance(ids.get(0), Stage.NOT_ELIGIBLE);
		applications.advance(ids.get(1), Stage.WITHDRAWN);
		assertThat(settled()).isZero();
		applications.advance(ids.get(2), Stage.UNDER_REVIEW);
		applications.advance(ids.get(2), Stage.IN_POOL);
		assertThat(settled()).isOne();
		applications.advance(ids.get(2), Stage.WITHDRAWN);
		assertThat(settled()).isOne();
	}

	@RepeatedTest(5)
	void exactlyOneTellsWhenTheLastOnesSettleAtTheSameMoment() throws Exception {
		List<UUID> ids = apply(8);
		try (var threads = Executors.newFixedThreadPool(9)) {
			List<Callable<Boolean>> all = new ArrayList<>(ids.stream()
					.<Callable<Boolean>>map(id -> () -> applications.advance(id, Stage.IN_POOL)).toList());
			all.add(4, () -> {
				applications.closeRound(round.id());
				return true;
			});
			for (var done : threads.invokeAll(all)) {
				assertThat(done.get()).isTrue();
			}
		}
		assertThat(settled()).isOne();
	}

	@Test
	void nothingGetsIntoAClosedRoundEvenAtTheSameMoment() throws Exception {
		try (var threads = Executors.newFixedThreadPool(9)) {
			List<Callable<Boolean>> all = new ArrayList<>(IntStream.range(0, 8)
					.<Callable<Boolean>>mapToObj(i -> () -> submit() instanceof Submissions.Result.Received).toList());
			all.add(4, () -> {
				applications.closeRound(round.id());
				return false;
			});
			long taken = 0;
			for (var done : threads.invokeAll(all)) {
				taken += done.get() ? 1 : 0;
			}
			assertThat(applications.inRound(round.id())).hasSize((int) taken);
			assertThat(settled()).isEqualTo(taken == 0 ? 1 : 0);
			assertThat(submit()).isInstanceOf(Submissions.Result.RoundClosed.class);
		}
	}

	private List<UUID> apply(int number) {
		IntStream.range(0, number).forEach(i -> submit());
		return applications.inRound(round.id()).stream().map(Summary::id).toList();
	}

	private Submissions.Result submit() {
		String unique = UUID.randomUUID().toString();
		FormInput form = new FormInput(UUID.fromString(unique), "Somebody", unique + "@example.org", Map.of());
		return submissions.during(round.slug(), held -> submissions.submit(held, held.programme().version(), form,
				new Answers(Map.of()), Locale.ENGLISH)).orElseThrow();
	}

	private int settled() {
		return jdbc.sql("""
				select coalesce(max(number), 0) from (select count(*) as number from event_publication
				where event_type like '%PoolSettled' and serialized_event like ? group by listener_id) as per_listener
				""")
				.param("%" + round.id() + "%").query(Integer.class).single();
	}
}
