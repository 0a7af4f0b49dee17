package org.cohort.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.audit.AuditTrail;
import org.cohort.directory.Directory;
import org.cohort.directory.Person;
import org.cohort.programme.Programmes;
import org.cohort.programme.Settings;
import org.cohort.review.Review.Judgement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Front door of the reviews. All methods may be called again with the same arguments and then change nothing. */
@Service
public class Reviews {

	/** A reviewer has finished: scored, abstained or declared a conflict. */
	public record Submitted(UUID reviewId, UUID applicationId) {
	}

	/** How many reviews an application gets and until when. */
	public record Plan(int slots, Instant remindAt, Instant dueAt) {
	}

	private final ReviewStore store;

	private final Applications applications;

	private final Programmes programmes;

	private final Directory directory;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Reviews(ReviewStore store, Applications applications, Programmes programmes, Directory directory, AuditTrail audit,
			TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.applications = applications;
		this.programmes = programmes;
		this.directory = directory;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Puts an application under review and says how many reviews it gets, counted from now. */
	@Transactional
	public Plan start(UUID applicationId) {
		Application application = applications.get(applicationId);
		if (!application.stage().terminal()) {
			applications.advance(applicationId, Stage.UNDER_REVIEW);
		}
		Settings settings = settings(application);
		Instant now = now();
		return new Plan(settings.reviewsPerApplication(), now.plus(settings.remindReviewAfter()),
				now.plus(settings.reviewWithin()));
	}

	/**
	 * Gives a slot of an application to the reviewer with the fewest open reviews in the round: never to somebody who
	 * had this application before, declared a conflict, or is the applicant. A slot that already has a review keeps it.
	 *
	 * @return nobody when nobody is left
	 */
	public Optional<Assignment> assign(UUID applicationId, int slot) {
		Optional<Review> already = store.counting(applicationId, slot);
		if (already.isPresent()) {
			return already.map(Review::assignment);
		}
		List<Person> reviewers = directory.members("reviewers"); // asks Keycloak, so before the transaction
		return transaction.execute(status -> assign(applications.get(applicationId), slot, reviewers));
	}

	private Optional<Assignment> assign(Application application, int slot, List<Person> reviewers) {
		store.lockRound(application.roundId());
		Optional<Review> already = store.counting(application.id(), slot);
		if (already.isPresent()) {
			return already.map(Review::assignment);
		}
		if (application.stage().terminal()) {
			return Optional.empty();
		}
		String applicant = applications.contact(application.id()).email().toLowerCase(Locale.ROOT);
		Set<String> excluded = new HashSet<>(store.everAsked(application.id()));
		reviewers.stream()
			.filter(reviewer -> reviewer.email().toLowerCase(Locale.ROOT).equals(applicant))
			.forEach(reviewer -> excluded.add(reviewer.username()));
		return ReviewerChoice.next(reviewers.stream().map(Person::username).toList(),
				store.openByReviewer(application.roundId()), excluded, application.roundId() + ":" + application.id())
			.map(reviewer -> {
				Settings settings = settings(application);
				Instant now = now();
				Review review = new Review(UUID.randomUUID(), application.id(), application.roundId(), slot, reviewer,
						ReviewState.ASSIGNED, now, now.plus(settings.remindReviewAfter()),
						now.plus(settings.reviewWithin()), null, Judgement.EMPTY, null, null);
				store.insert(review);
				audit.record("assignment", "assign-review", "application", application.id(), "slot " + slot + " to "
						+ reviewer);
				return review.assignment();
			});
	}

	/** Where a review is. */
	public ReviewState state(UUID reviewId) {
		return review(reviewId).state();
	}

	/** The review in somebody's hands, whatever its state. */
	public Assignment assignment(UUID reviewId) {
		return review(reviewId).assignment();
	}

	/** Gives the reviewer as much time again as the programme's settings say, counted from now. */
	@Transactional
	public Assignment extend(UUID reviewId, String actor) {
		Review review = review(reviewId);
		Settings settings = settings(applications.get(review.applicationId()));
		Instant now = now();
		if (store.extend(reviewId, now.plus(settings.remindReviewAfter()), now.plus(settings.reviewWithin()))) {
			audit.record(actor, "extend-review", "application", review.applicationId(), review.reviewer());
		}
		return review(reviewId).assignment();
	}

	/** Takes an open review back, so that the slot can be given to somebody else. */
	@Transactional
	public void release(UUID reviewId, String actor) {
		end(review(reviewId), ReviewState.RELEASED, "release-review", actor);
	}

	/** Takes every open review of an application back. */
	@Transactional
	public void releaseAll(UUID applicationId, String actor) {
		store.ofApplication(applicationId)
			.stream()
			.filter(Review::open)
			.forEach(review -> end(review, ReviewState.RELEASED, "release-review", actor));
	}

	/** Goes on without an open review. */
	@Transactional
	public void skip(UUID reviewId, String actor) {
		end(review(reviewId), ReviewState.SKIPPED, "skip-review", actor);
	}

	private void end(Review review, ReviewState state, String action, String actor) {
		if (store.settle(review.id(), state, "", now())) {
			audit.record(actor, action, "application", review.applicationId(), review.reviewer());
		}
	}

	/** Combines and records the score of an application; empty when nobody scored it. */
	@Transactional
	public Optional<Score> combine(UUID applicationId) {
		List<Double> values = store.ofApplication(applicationId)
			.stream()
			.filter(review -> review.state() == ReviewState.SCORED)
			.map(Review::value)
			.toList();
		if (values.isEmpty()) {
			return Optional.empty();
		}
		Score score = new Score(applicationId, RubricScore.ofApplication(values), values.size());
		store.keepScore(score, now());
		return Optional.of(score);
	}

	/** The recorded scores of these applications; those without one are missing. */
	@Transactional(readOnly = true)
	public List<Score> scores(Collection<UUID> applicationIds) {
		return store.scores(applicationIds);
	}

	/** What reviewers said of an application, for the committee: without their names. */
	@Transactional(readOnly = true)
	public List<Verdict> verdicts(UUID applicationId) {
		return store.ofApplication(applicationId)
			.stream()
			.filter(review -> review.state() == ReviewState.SCORED)
			.map(review -> new Verdict(review.judgement().points(), review.judgement().confidence(),
					review.judgement().toCommittee(), review.value()))
			.toList();
	}

	private Review review(UUID reviewId) {
		return store.byId(reviewId).orElseThrow(() -> new NoSuchElementException("There is no review " + reviewId));
	}

	private Settings settings(Application application) {
		return programmes.round(application.roundId()).settings();
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
