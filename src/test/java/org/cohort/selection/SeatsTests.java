package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.VariedPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Free seats are filled without holding anything while the solver computes. */
@ApplicationTest
class SeatsTests {

	@Autowired
	Selections selections;

	@Autowired
	Deciding deciding;

	@Autowired
	Proposals proposals;

	@Autowired
	DecisionStore decisions;

	@Autowired
	Programmes programmes;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@Autowired
	TransactionTemplate transaction;

	private Round round;

	private List<UUID> members;

	@BeforeEach
	void fiveOffersToPeopleOfThirty() {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRound(5);
		VariedPool.in(applicants, round);
		UUID id = selections.propose(round.id()).proposalId();
		members = await().atMost(Duration.ofSeconds(60)).until(() -> deciding.latest(round.id()).orElseThrow(),
				proposal -> proposal.id().equals(id) && proposal.ready()).readyResult().members();
		deciding.approve(round.id(), deciding.shortlist(round.id()).version(), "", "carla.committee");
		selections.announce(round.id());
	}

	@Test
	void nothingOfTheRoundIsLockedWhileTheSolverComputes() throws Exception {
		selections.seatReturned(members.getFirst());

		FutureTask<Boolean> filling = whileTheSolverIsBusy(() -> assertThat(lockIsFree()).isTrue());

		assertThat(filling.get()).isFalse();
		assertThat(offersOfTurn(2)).isEqualTo(1);
	}

	@Test
	void aSeatThatComesBackWhileTheSolverComputesIsFilledWithTheOther() throws Exception {
		selections.seatReturned(members.get(0));

		FutureTask<Boolean> filling = whileTheSolverIsBusy(() -> selections.seatReturned(members.get(1)));

		assertThat(filling.get()).isFalse();
		assertThat(offersOfTurn(2)).isEqualTo(2);
		assertThat(decisions.standings(round.id()).stream().filter(Standing::holdsSeat)).hasSize(5);
	}

	@Test
	void nobodyIsAskedTwiceForASeatThatWasTakenMeanwhile() throws Exception {
		selections.seatReturned(members.get(0));

		FutureTask<Boolean> filling = whileTheSolverIsBusy(() -> selections.seatTaken(members.get(1)));

		assertThat(filling.get()).isFalse();
		assertThat(offersOfTurn(2)).isEqualTo(1);
	}

	@Test
	void seatsAreNotFilledWithinATransactionOfSomebodyElse() {
		assertThatThrownBy(() -> transaction.executeWithoutResult(status -> selections.fillSeats(round.id())))
			.isInstanceOf(IllegalTransactionStateException.class);
	}

	/** Fills the seats in a thread of its own; what is to happen meanwhile happens when it has come to the solver. */
	private FutureTask<Boolean> whileTheSolverIsBusy(Runnable meanwhile) {
		FutureTask<Boolean> filling = new FutureTask<>(() -> selections.fillSeats(round.id()));
		Thread other = Thread.ofPlatform().daemon().unstarted(filling);
		return proposals.computation().inTurn(() -> {
			other.start();
			await().until(() -> proposals.computation().awaitedBy(other) || filling.isDone());
			meanwhile.run();
			return filling;
		});
	}

	private boolean lockIsFree() {
		return transaction.execute(status -> jdbc
			.sql("select pg_try_advisory_xact_lock(hashtextextended('selection:' || ?, 0))")
			.param(round.id().toString())
			.query(Boolean.class)
			.single());
	}

	private long offersOfTurn(int turn) {
		return decisions.standings(round.id()).stream()
			.filter(standing -> standing.turn() == turn && standing.decision() == Decision.OFFER).count();
	}
}
