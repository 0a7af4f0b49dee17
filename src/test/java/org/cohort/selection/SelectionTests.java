package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.audit.AuditTrail;
import org.cohort.programme.Attribute;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.selection.Replacements.Cost;
import org.cohort.selection.Selections.Decided;
import org.cohort.selection.Shortlist.Line;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.VariedPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@RecordApplicationEvents
class SelectionTests {

	@Autowired
	Selections selections;

	@Autowired
	Deciding deciding;

	@Autowired
	Proposals proposals;

	@Autowired
	PoolSource pools;

	@Autowired
	Applications applications;

	@Autowired
	AuditTrail audit;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	@Autowired
	ApplicationEvents published;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	private Applicants applicants;

	private Round round;

	private List<UUID> pool;

	@BeforeEach
	void thirtyPeopleAndFiveSeats() {
		applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRound(5);
		pool = VariedPool.in(applicants, round);
	}

	@Test
	void aProposalHasAMemberForEverySeatAndIsKeptWhole() {
		Proposal proposal = ready();
		assertThat(proposal.readyResult().members()).hasSize(5).allMatch(pool::contains);
		assertThat(proposal.readyResult().optimal()).isTrue();
		assertThat(proposal.readyInput().pool()).hasSize(30);
		assertThat(proposal.inputHash()).hasSize(64);
		assertThat(selections.propose(round.id()).proposalId()).isEqualTo(proposal.id());
	}

	@Test
	void theDiversityShownIsTheOptimisersOwn() {
		Proposal proposal = ready();
		PoolOfRound again = pools.pool(round.id(), proposal.seed());
		Computation.Computed computed = (Computation.Computed) proposals.computation().cohort(again, 0.01,
				proposals.computation().quiet());
		assertThat(computed.result().figures().diversity()).isCloseTo(computed.result().objective(), within(1e-9));
		assertThat(computed.result().members()).containsExactlyInAnyOrderElementsOf(proposal.readyResult().members());
		assertThat(computed.inputHash()).isEqualTo(proposal.inputHash());
	}

	@Test
	void nothingThatPeopleSaidAboutThemselvesIsKeptWithAPerson() {
		Proposal proposal = ready();
		Set<String> demographic = round.settings().selfIdentification().stream().map(Attribute::key)
				.collect(Collectors.toSet());
		assertThat(proposal.readyInput().pool()).allSatisfy(
				applicant -> assertThat(applicant.values().keySet()).doesNotContainAnyElementsOf(demographic));
	}

	@Test
	void anEmptyPoolIsSaidAndNotComputed() {
		Round empty = applicants.closedRound(5);
		assertThat(selections.propose(empty.id()).poolSize()).isZero();
	}

	@Test
	void aSmallerPoolThanSeatsIsTakenWhole() {
		Round small = applicants.closedRound(5);
		applicants.in(small).at(Stage.IN_POOL).store();
		applicants.in(small).at(Stage.IN_POOL).scored(30).store();
		assertThat(ready(small).readyResult().members()).hasSize(2);
	}

	@Test
	void replacingAMemberCostsWhatWasShownAndNamesWhoDidItAndWhy() {
		ready();
		Shortlist before = deciding.shortlist(round.id());
		Line out = before.chosen().getFirst();
		List<Cost> costs = deciding.replacements(round.id(), out);
		assertThat(costs).hasSize(25);
		Cost cost = costs.get(3);
		deciding.replace(round.id(), before.version(), out.code(), cost.with().code(), "Knows the guides well",
				"carla.committee");
		Shortlist after = deciding.shortlist(round.id());
		assertThat(after.members()).contains(cost.with().applicationId()).doesNotContain(out.applicationId()).hasSize(5);
		assertThat(after.figures().diversity()).isCloseTo(before.figures().diversity() + cost.diversity(), within(1e-9));
		assertThat(after.figures().meanScore()).isCloseTo(before.figures().meanScore() + cost.score(), within(1e-9));
		assertThat(after.changes()).singleElement().satisfies(change -> {
			assertThat(change.actor()).isEqualTo("carla.committee");
			assertThat(change.reason()).isEqualTo("Knows the guides well");
		});
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action).contains("ask-for-proposal",
				"change-shortlist");
	}

	@Test
	void whoDecidesOnSomethingElseThanTheyLookedAtIsRefused() {
		ready();
		Shortlist seen = deciding.shortlist(round.id());
		deciding.replace(round.id(), seen.version(), seen.chosen().get(0).code(), seen.others().get(0).code(),
				"A good reason", "carla");
		assertThatThrownBy(() -> deciding.replace(round.id(), seen.version(), seen.chosen().get(1).code(), seen.others()
				.get(1).code(), "Another reason", "deniz")).isInstanceOf(ShortlistRefused.class);
		assertThatThrownBy(() -> deciding.approve(round.id(), seen.version(), "", "deniz"))
				.isInstanceOf(ShortlistRefused.class);
		assertThat(selections.approved(round.id())).isFalse();
	}

	@Test
	void anApprovedCohortCannotBeChangedOrComputedAgain() {
		Proposal proposal = approved();
		Shortlist shortlist = deciding.shortlist(round.id());
		assertThatThrownBy(() -> deciding.approve(round.id(), shortlist.version(), "", "deniz"))
				.isInstanceOf(ShortlistRefused.class);
		assertThat(proposals.proposeAgain(round.id(), "deniz", null).id()).isEqualTo(proposal.id());
		assertThat(published.stream(Selections.Approved.class)).contains(new Selections.Approved(round.id()));
	}

	@Test
	void theAnnouncementTellsEverybodyOfThePoolOnce() {
		Proposal proposal = approved();
		selections.announce(round.id());
		selections.announce(round.id());
		Map<String, List<Decided>> told = decided().stream().collect(Collectors.groupingBy(Decided::decision));
		assertThat(told.get("offer")).extracting(Decided::applicationId)
			.containsExactlyInAnyOrderElementsOf(proposal.readyResult().members());
		assertThat(told.get("waiting-list")).hasSize(10);
		assertThat(told.get("not-selected")).hasSize(15);
		assertThat(decided()).hasSize(30).allMatch(decision -> decision.turn() == 1);
		assertThat(told.get("waiting-list"))
				.allMatch(decision -> applications.stage(decision.applicationId()) == Stage.WAITING_LIST);
	}

	@Test
	void twoDeclinesAndAnExpiryAreFilledFromTheWaitingListUntilAllSeatsAreTaken() {
		List<UUID> members = approved().readyResult().members();
		selections.announce(round.id());
		assertThat(selections.fillSeats(round.id())).isFalse();
		members.subList(0, 2).forEach(selections::seatTaken);
		members.subList(2, 4).forEach(selections::seatReturned);
		assertThat(selections.fillSeats(round.id())).isFalse();
		List<UUID> second = offersOfTurn(2);
		assertThat(second).hasSize(2).doesNotContainAnyElementsOf(members);
		assertThat(selections.fillSeats(round.id())).isFalse();
		assertThat(offersOfTurn(2)).hasSize(2);
		selections.seatReturned(members.get(4));
		assertThat(selections.fillSeats(round.id())).isFalse();
		assertThat(offersOfTurn(2)).hasSize(3);
		offersOfTurn(2).forEach(selections::seatTaken);
		assertThat(selections.fillSeats(round.id())).isTrue();
		assertThat(selections.closeWaitingList(round.id())).isTrue();
		assertThat(decided().stream().filter(decision -> decision.turn() == 2 && decision.decision().equals("not-selected")))
				.hasSize(7);
		assertThat(selections.closeWaitingList(round.id())).isTrue();
		assertThat(decided()).hasSize(30 + 3 + 7);
	}

	@Test
	void whenNobodyIsLeftToAskTheSeatsAreSettledWithFewer() {
		Round small = applicants.closedRound(2);
		List<UUID> three = List.of(applicants.in(small).at(Stage.IN_POOL).scored(90).store(),
				applicants.in(small).at(Stage.IN_POOL).scored(80).store(), applicants.in(small).at(Stage.IN_POOL).scored(70)
				.store());
		approved(small);
		selections.announce(small.id());
		Set<UUID> asked = new HashSet<>();
		for (int i = 0; i < 3; i++) {
			selections.fillSeats(small.id());
			List<UUID> holders = published.stream(Decided.class).filter(decision -> decision.roundId().equals(small.id()))
				.filter(decision -> decision.decision().equals("offer")).map(Decided::applicationId).filter(asked::add).toList();
			holders.forEach(selections::seatReturned);
		}
		assertThat(asked).containsExactlyInAnyOrderElementsOf(three);
		assertThat(selections.fillSeats(small.id())).isTrue();
		assertThat(selections.closeWaitingList(small.id())).isFalse();
	}

	@Test
	void whoWithdrawsFromTheWaitingListIsNotAskedAndWhoWithdrawsWithASeatGivesItBack() {
		List<UUID> members = approved().readyResult().members();
		selections.announce(round.id());
		UUID waiting = decided().stream().filter(decision -> decision.decision().equals("waiting-list")).findFirst()
				.orElseThrow().applicationId();
		withdraw(waiting);
		withdraw(members.getFirst());
		// A listener published it on its own thread, so it is looked up in the outbox.
		await().untilAsserted(() -> assertThat(jdbc.sql("""
				select count(*) from event_publication where event_type = ? and serialized_event like ?
				""").params(Selections.SeatReturned.class.getName(), "%" + members.getFirst() + "%")
			.query(Integer.class).single()).isPositive());
		assertThat(selections.fillSeats(round.id())).isFalse();
		assertThat(offersOfTurn(2)).hasSize(1).doesNotContain(waiting);
	}

	private void withdraw(UUID application) {
		applications.advance(application, Stage.WITHDRAWN);
		transaction.executeWithoutResult(status -> events.publishEvent(new Applications.Withdrawn(application)));
		await().untilAsserted(() -> assertThat(jdbc.sql("""
				select count(*) from selection_decision where application_id = ? and (left_at is not null or seat = 'returned')
				""").param(application).query(Integer.class).single()).isEqualTo(1));
	}

	private List<UUID> offersOfTurn(int turn) {
		return decided().stream().filter(decision -> decision.turn() == turn && decision.decision().equals("offer"))
			.map(Decided::applicationId).toList();
	}

	private List<Decided> decided() {
		return published.stream(Decided.class).filter(decision -> decision.roundId().equals(round.id())).toList();
	}

	private Proposal approved() {
		return approved(round);
	}

	private Proposal approved(Round round) {
		Proposal proposal = ready(round);
		deciding.approve(round.id(), deciding.shortlist(round.id()).version(), "", "carla.committee");
		return proposal;
	}

	private Proposal ready() {
		return ready(round);
	}

	private Proposal ready(Round round) {
		UUID id = selections.propose(round.id()).proposalId();
		return await().atMost(Duration.ofSeconds(60)).until(() -> deciding.latest(round.id()).orElseThrow(),
				proposal -> proposal.id().equals(id) && proposal.state() != Proposal.State.ASKED);
	}
}
