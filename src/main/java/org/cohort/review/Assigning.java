package org.cohort.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.Contact;
import org.cohort.audit.AuditTrail;
import org.cohort.directory.Directory;
import org.cohort.programme.Programmes;
import org.cohort.programme.Settings;
import org.cohort.review.Review.Judgement;
import org.cohort.review.ReviewerChoice.Candidate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives slots to reviewers, one at a time and at once. */
@Component
class Assigning {

	private final ReviewStore store;

	private final ReviewerProfiles profiles;

	private final PinStore pins;

	private final Applications applications;

	private final Programmes programmes;

	private final Directory directory;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Assigning(ReviewStore store, ReviewerProfiles profiles, PinStore pins, Applications applications,
			Programmes programmes, Directory directory, AuditTrail audit, TransactionTemplate transaction,
			Clock clock) {
		this.store = store;
		this.profiles = profiles;
		this.pins = pins;
		this.applications = applications;
		this.programmes = programmes;
		this.directory = directory;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	Optional<Assignment> assign(UUID applicationId, int slot) {
		Optional<Review> already = store.counting(applicationId, slot);
		if (already.isPresent()) {
			return already.map(Review::assignment);
		}
		List<Reviewer> reviewers = reviewers(); // asks Keycloak, so before the transaction
		return transaction.execute(status -> assign(applications.get(applicationId), slot, reviewers));
	}

	/** Everybody in the group, with what is noted about them. */
	List<Reviewer> reviewers() {
		return profiles.of(directory.members("reviewers"));
	}

	private Optional<Assignment> assign(Application application, int slot, List<Reviewer> reviewers) {
		store.lockRound(application.roundId());
		Optional<Review> already = store.counting(application.id(), slot);
		if (already.isPresent()) {
			return already.map(Review::assignment);
		}
		if (application.stage().terminal()) {
			return Optional.empty();
		}
		Settings settings = programmes.round(application.roundId()).settings();
		ReviewRules rules = ReviewRules.of(settings);
		Case asked = asked(application.id(), Set.of());
		Map<String, Integer> open = store.openByReviewer(application.roundId());
		Map<String, Integer> load = store.loadByReviewer(application.roundId());
		Conflicts conflicts = new Conflicts(today(settings), Set.copyOf(rules.settings().publicMailDomains()));
		List<Candidate> candidates = reviewers.stream()
			.filter(reviewer -> conflicts.between(reviewer, asked).isEmpty())
			.filter(reviewer -> rules.room(reviewer, load.getOrDefault(reviewer.username(), 0)) > 0)
			.map(reviewer -> new Candidate(reviewer.username(), asked.must().contains(reviewer.username()),
					open.getOrDefault(reviewer.username(), 0)))
			.toList();
		Optional<Assignment> found = ReviewerChoice.next(candidates, application.roundId() + ":" + application.id())
			.map(reviewer -> give(application.id(), application.roundId(), slot, reviewer, settings, "assignment"));
		if (found.isEmpty()) {
			pins.vacant(application.id(), application.roundId(), slot, now());
		}
		return found;
	}

	/** Within the caller's transaction, which holds the round's lock. */
	Assignment give(UUID applicationId, UUID roundId, int slot, String reviewer, Settings settings, String actor) {
		Instant now = now();
		Review review = new Review(UUID.randomUUID(), applicationId, roundId, slot, reviewer, ReviewState.ASSIGNED, now,
				now.plus(settings.remindReviewAfter()), now.plus(settings.reviewWithin()), null, Judgement.EMPTY, null,
				null);
		store.insert(review);
		pins.filled(applicationId, slot);
		audit.record(actor, "assign-review", "application", applicationId, "slot " + slot + " to " + reviewer);
		return review.assignment();
	}

	/** @param holders who has it now and could keep it */
	Case asked(UUID applicationId, Set<String> holders) {
		Contact contact = applications.contact(applicationId);
		List<Pin> pinned = pins.ofApplication(applicationId);
		Set<String> asked = store.everAsked(applicationId).stream().filter(one -> !holders.contains(one))
				.collect(Collectors.toSet());
		return new Case(applicationId, contact.locale().getLanguage(), contact.email(),
				applications.organisation(applicationId).orElse(""), asked, reviewers(pinned, true),
				reviewers(pinned, false));
	}

	private static Set<String> reviewers(List<Pin> pins, boolean wanted) {
		return pins.stream().filter(pin -> pin.wanted() == wanted).map(Pin::reviewer).collect(Collectors.toSet());
	}

	LocalDate today(Settings settings) {
		return clock.instant().atZone(settings.timeZone()).toLocalDate();
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
