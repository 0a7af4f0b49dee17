package org.cohort.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.programme.Settings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of the reviews. All methods may be called again with the same arguments and then change nothing. */
@Service
public class Reviews {

	/** A reviewer has finished: scored, abstained or declared a conflict. */
	public record Submitted(UUID reviewId, UUID applicationId) {
	}

	/** A review was taken back from its reviewer, whose task is to end; its slot may have been given to another. */
	public record Released(UUID reviewId, UUID applicationId) {
	}

	/** A slot for which nobody was found now has a reviewer. */
	public record SlotFilled(UUID applicationId, int slot, UUID reviewId) {
	}

	/**
	 * How many reviews an application gets and until when.
	 *
	 * @param redactFirst whether a coordinator looks first for what tells who it is
	 */
	public record Plan(int slots, Instant remindAt, Instant dueAt, boolean redactFirst) {
	}

	private final ReviewStore store;

	private final Applications applications;

	private final Programmes programmes;

	private final Assigning assigning;

	private final PinStore pins;

	private final Scoring scoring;

	private final AuditTrail audit;

	private final Clock clock;

	Reviews(ReviewStore store, Applications applications, Programmes programmes, Assigning assigning, PinStore pins,
			Scoring scoring, AuditTrail audit, Clock clock) {
		this.store = store;
		this.applications = applications;
		this.programmes = programmes;
		this.assigning = assigning;
		this.pins = pins;
		this.scoring = scoring;
		this.audit = audit;
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
				now.plus(settings.reviewWithin()), settings.review().redactFirst());
	}

	/**
	 * Gives a slot of an application to the reviewer with the fewest open reviews in the round, or to whom a coordinator
	 * wants: never to somebody with a conflict, who does not read the language, is away, or has enough. A slot that
	 * already has a review keeps it.
	 *
	 * @return nobody when nobody is left
	 */
	public Optional<Assignment> assign(UUID applicationId, int slot) {
		return assigning.assign(applicationId, slot);
	}

	/** Goes on without a review for a slot for which nobody was found. */
	@Transactional
	public void skipSlot(UUID applicationId, int slot) {
		pins.filled(applicationId, slot);
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
		pins.forgetVacancies(applicationId);
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

	/**
	 * Whether the scores of an application lie further apart than the programme allows, so that one more reviewer is
	 * asked; at most one is.
	 *
	 * @param asked the highest slot that was asked so far
	 * @return the slot of the further review
	 */
	@Transactional(readOnly = true)
	public OptionalInt another(UUID applicationId, int asked) {
		Application application = applications.get(applicationId);
		Settings settings = settings(application);
		DoubleSummaryStatistics values = store.ofApplication(applicationId)
			.stream()
			.filter(review -> review.state() == ReviewState.SCORED)
			.mapToDouble(Review::value)
			.summaryStatistics();
		Double limit = settings.review().scoreGap();
		boolean apart = limit != null && values.getCount() > 1 && values.getMax() - values.getMin() > limit;
		return apart && asked == settings.reviewsPerApplication() && !application.stage().terminal()
				? OptionalInt.of(asked + 1) : OptionalInt.empty();
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

	/**
	 * The recorded scores of these applications, raw and adjusted for how strict their reviewers are; those without one
	 * are missing.
	 */
	@Transactional(readOnly = true)
	public List<Score> scores(Collection<UUID> applicationIds) {
		return scoring.scores(applicationIds);
	}

	/** What reviewers said of an application, for the committee: without their names. */
	@Transactional(readOnly = true)
	public List<Verdict> verdicts(UUID applicationId) {
		return scoring.verdicts(applicationId);
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
