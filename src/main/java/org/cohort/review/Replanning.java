package org.cohort.review;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.application.Summary;
import org.cohort.audit.AuditTrail;
import org.cohort.language.Count;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.review.FairShare.Dealt;
import org.cohort.review.FairShare.Demand;
import org.cohort.review.FairShare.Supply;
import org.cohort.review.PinStore.Vacancy;
import org.cohort.review.Replan.Move;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deals anew what nobody has begun: computed for a look, and applied in one transaction. */
@Component
class Replanning {

	private final ReviewStore store;

	private final PinStore pins;

	private final Assigning assigning;

	private final Applications applications;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Replanning(ReviewStore store, PinStore pins, Assigning assigning, Applications applications, Programmes programmes,
			AuditTrail audit, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.pins = pins;
		this.assigning = assigning;
		this.applications = applications;
		this.programmes = programmes;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	Replan preview(UUID roundId) {
		return compute(programmes.round(roundId), assigning.reviewers());
	}

	/**
	 * Applies what was looked at.
	 *
	 * @param fingerprint of the replan that was looked at
	 * @return false, with nothing changed, if it would be another one by now
	 */
	boolean apply(UUID roundId, String fingerprint, String actor) {
		List<Reviewer> reviewers = assigning.reviewers(); // asks Keycloak, so before the transaction
		return Boolean.TRUE.equals(transaction.execute(status -> {
			store.lockRound(roundId);
			Round round = programmes.round(roundId);
			Replan replan = compute(round, reviewers);
			if (!replan.fingerprint().equals(fingerprint)) {
				return false;
			}
			replan.moves().forEach(move -> carryOut(move, round, actor));
			audit.record(actor, "replan-reviews", "round", roundId, Count.of(replan.moves().size(), "change"));
			return true;
		}));
	}

	/** Takes back what a reviewer who is away has not begun; the process finds somebody else for each. */
	int leave(String reviewer, String actor) {
		int taken = 0;
		for (Review review : store.ofReviewer(reviewer)) {
			if (review.open() && takeBack(review, actor)) {
				taken++;
			}
		}
		return taken;
	}

	private void carryOut(Move move, Round round, String actor) {
		Review review = move.review();
		if (review != null && !takeBack(review, actor)) {
			return; // somebody has begun it in this moment: it stays with them
		}
		if (move.to() != null) {
			Assignment given = assigning.give(move.applicationId(), round.id(), move.slot(), move.to(),
					round.settings(), actor);
			if (review == null) {
				events.publishEvent(new Reviews.SlotFilled(move.applicationId(), move.slot(), given.reviewId()));
			}
		}
	}

	private boolean takeBack(Review review, String actor) {
		if (!store.takeBack(review.id(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
			return false;
		}
		audit.record(actor, "release-review", "application", review.applicationId(), review.reviewer());
		events.publishEvent(new Reviews.Released(review.id(), review.applicationId()));
		return true;
	}

	private Replan compute(Round round, List<Reviewer> reviewers) {
		Map<UUID, String> codes = applications.inRound(round.id())
			.stream()
			.filter(summary -> summary.stage() == Stage.UNDER_REVIEW)
			.collect(Collectors.toMap(Summary::id, Summary::code));
		Map<UUID, List<Review>> idle = new TreeMap<>();
		store.ofRound(round.id())
			.stream()
			.filter(review -> review.untouched() && codes.containsKey(review.applicationId()))
			.forEach(review -> idle.computeIfAbsent(review.applicationId(), id -> new ArrayList<>()).add(review));
		Map<UUID, List<Integer>> vacant = new HashMap<>();
		for (Vacancy vacancy : pins.vacancies(round.id())) {
			if (codes.containsKey(vacancy.applicationId())) {
				idle.computeIfAbsent(vacancy.applicationId(), id -> new ArrayList<>());
				vacant.computeIfAbsent(vacancy.applicationId(), id -> new ArrayList<>()).add(vacancy.slot());
			}
		}
		ReviewRules rules = ReviewRules.of(round.settings());
		Conflicts conflicts = new Conflicts(assigning.today(round.settings()), Set.copyOf(rules.settings()
				.publicMailDomains()));
		List<Demand> demands = new ArrayList<>();
		idle.forEach((applicationId, reviews) -> {
			Set<String> holders = reviews.stream().map(Review::reviewer).collect(Collectors.toSet());
			Case asked = assigning.asked(applicationId, holders);
			Map<String, Bar> bars = new HashMap<>();
			reviewers.forEach(reviewer -> conflicts.between(reviewer, asked)
				.ifPresent(bar -> bars.put(reviewer.username(), bar)));
			demands.add(new Demand(applicationId, reviews.size() + vacant.getOrDefault(applicationId, List.of()).size(),
					bars, asked.must(), holders));
		});
		Map<String, Integer> now = store.loadByReviewer(round.id());
		List<Supply> supplies = reviewers.stream().map(reviewer -> {
			long movable = idle.values().stream().flatMap(List::stream)
				.filter(review -> review.reviewer().equals(reviewer.username())).count();
			int load = now.getOrDefault(reviewer.username(), 0) - (int) movable;
			return new Supply(reviewer.username(), load, rules.room(reviewer, load));
		}).toList();
		Dealt dealt = FairShare.deal(demands, supplies);
		List<Move> moves = new ArrayList<>();
		demands.forEach(demand -> moves.addAll(moves(demand, idle.get(demand.applicationId()),
				vacant.getOrDefault(demand.applicationId(), List.of()), dealt.given().get(demand.applicationId()))));
		return new Replan(reviewers, now, moves, dealt.missing(), codes, rules);
	}

	private static List<Move> moves(Demand demand, List<Review> idle, List<Integer> vacant, List<String> given) {
		List<String> fresh = new ArrayList<>(given);
		fresh.removeAll(demand.holders());
		List<Move> moves = new ArrayList<>();
		for (Review review : idle) {
			if (!given.contains(review.reviewer())) {
				moves.add(new Move(demand.applicationId(), review.slot(), review,
						fresh.isEmpty() ? null : fresh.removeFirst()));
			}
		}
		for (Integer slot : vacant) {
			if (!fresh.isEmpty()) {
				moves.add(new Move(demand.applicationId(), slot, null, Objects.requireNonNull(fresh.removeFirst())));
			}
		}
		return moves;
	}
}
