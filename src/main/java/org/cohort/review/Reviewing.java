package org.cohort.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.Dossier;
import org.cohort.application.Stage;
import org.cohort.application.Standings;
import org.cohort.audit.AuditTrail;
import org.cohort.programme.Criterion;
import org.cohort.programme.Programmes;
import org.cohort.programme.ReviewSettings.Afterwards;
import org.cohort.programme.Round;
import org.cohort.review.Review.Judgement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reviewer does with a review. Every method checks that it is theirs. */
@Service
@Transactional
class Reviewing {

	private final ReviewStore store;

	private final Applications applications;

	private final Standings standings;

	private final Programmes programmes;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Reviewing(ReviewStore store, Applications applications, Standings standings, Programmes programmes,
			AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.applications = applications;
		this.standings = standings;
		this.programmes = programmes;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A dossier on a reviewer's desk.
	 *
	 * @param writable whether it can still be saved and sent
	 * @param others what reviewers may see of the other reviews now; empty before their own is sent
	 */
	record Desk(Review review, Dossier dossier, Round round, boolean writable, List<Other> others) {

		public List<Criterion> rubric() {
			return round.settings().rubric();
		}
	}

	/** Another review of the same application, without its reviewer; the comment is empty if it may not be seen. */
	record Other(double value, String comment) {
	}

	/** One line of a reviewer's list: the code is all they learn of somebody. */
	record Item(Review review, String code, Round round) {
	}

	@Transactional(readOnly = true)
	public List<Item> mine(String reviewer) {
		return store.ofReviewer(reviewer)
			.stream()
			.map(review -> new Item(review, applications.get(review.applicationId()).code(),
					programmes.round(review.roundId())))
			.toList();
	}

	@Transactional(readOnly = true)
	public Desk open(UUID reviewId, String reviewer) {
		Review review = own(reviewId, reviewer);
		if (review.state() != ReviewState.ASSIGNED && review.state() != ReviewState.SCORED) {
			throw ReviewRefused.noLongerYours(review.state());
		}
		Round round = programmes.round(review.roundId());
		return new Desk(review, applications.dossier(review.applicationId()), round, writable(review),
				others(review, round.settings().review().afterwards()));
	}

	/** From the lowest score to the highest, so that their order says nothing of who wrote them or when. */
	private List<Other> others(Review own, Afterwards afterwards) {
		if (own.state() != ReviewState.SCORED || afterwards == Afterwards.NOTHING) {
			return List.of();
		}
		return store.ofApplication(own.applicationId())
			.stream()
			.filter(review -> review.state() == ReviewState.SCORED && !review.id().equals(own.id()))
			.map(review -> new Other(review.value(), afterwards == Afterwards.SCORES_AND_COMMENTS
					? review.judgement().toCommittee() : ""))
			.sorted(Comparator.comparing(Other::value).thenComparing(Other::comment))
			.toList();
	}

	/** Keeps what is there so far, complete or not. */
	public void keepDraft(UUID reviewId, String reviewer, Judgement judgement) {
		Review review = own(reviewId, reviewer);
		if (!writable(review) || !store.keepDraft(reviewId, known(review, judgement), now())) {
			throw ReviewRefused.closed();
		}
		standings.reviewBegan(review.applicationId(), now());
	}

	/** @throws IllegalArgumentException if a criterion or the confidence is missing */
	public void submit(UUID reviewId, String reviewer, Judgement judgement) {
		Review review = own(reviewId, reviewer);
		if (judgement.confidence() == null) {
			throw new IllegalArgumentException("Say how sure you are");
		}
		double value = RubricScore.ofReview(rubric(review), judgement.points());
		if (!writable(review) || !store.score(reviewId, known(review, judgement), value, now())) {
			throw ReviewRefused.closed();
		}
		standings.reviewBegan(review.applicationId(), now());
		finished(review, "submit-review");
	}

	public void declareConflict(UUID reviewId, String reviewer, String reason) {
		settle(own(reviewId, reviewer), ReviewState.CONFLICT, reason, "declare-conflict");
	}

	public void abstain(UUID reviewId, String reviewer) {
		settle(own(reviewId, reviewer), ReviewState.ABSTAINED, "", "abstain-from-review");
	}

	private void settle(Review review, ReviewState state, String reason, String action) {
		if (!writable(review) || !store.settle(review.id(), state, reason, now())) {
			throw ReviewRefused.closed();
		}
		finished(review, action);
	}

	private void finished(Review review, String action) {
		audit.record(review.reviewer(), action, "application", review.applicationId(), "slot " + review.slot());
		events.publishEvent(new Reviews.Submitted(review.id(), review.applicationId()));
	}

	private Review own(UUID reviewId, String reviewer) {
		return store.byId(reviewId).filter(review -> review.reviewer().equals(reviewer))
				.orElseThrow(ReviewRefused::notYours);
	}

	/** Open, and the application still under review: afterwards everything is for reading only. */
	private boolean writable(Review review) {
		Application application = applications.get(review.applicationId());
		return review.open() && application.stage() == Stage.UNDER_REVIEW;
	}

	/** Without points for criteria that the rubric does not have. */
	private Judgement known(Review review, Judgement judgement) {
		Map<String, Integer> points = new HashMap<>(judgement.points());
		points.keySet().retainAll(rubric(review).stream().map(Criterion::key).toList());
		return new Judgement(points, judgement.confidence(), judgement.toCommittee(), judgement.toApplicant());
	}

	private List<Criterion> rubric(Review review) {
		return programmes.round(review.roundId()).settings().rubric();
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
