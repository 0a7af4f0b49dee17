package org.cohort.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.directory.Directory;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done once a day: whoever is away from today gives back what they have not begun, and reviewers for whom
 * something waits get a digest. Doing it again the same day changes nothing: a digest's key names reviewer and day.
 */
@Component
class ReviewDay {

	private static final Logger log = LoggerFactory.getLogger(ReviewDay.class);

	/** In the programme's time zone; nobody is written to at night. */
	private static final LocalTime MORNING = LocalTime.of(7, 0);

	private final ReviewStore store;

	private final Assigning assigning;

	private final Replanning replanning;

	private final Applications applications;

	private final Programmes programmes;

	private final Directory directory;

	private final Mails mails;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ReviewDay(ReviewStore store, Assigning assigning, Replanning replanning, Applications applications,
			Programmes programmes, Directory directory, Mails mails, TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.assigning = assigning;
		this.replanning = replanning;
		this.applications = applications;
		this.programmes = programmes;
		this.directory = directory;
		this.mails = mails;
		this.transaction = transaction;
		this.clock = clock;
	}

	void work() {
		LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
		assigning.reviewers().stream().filter(reviewer -> reviewer.awayOn(today)).map(Reviewer::username)
			.forEach(away -> transaction.executeWithoutResult(status -> replanning.leave(away, "assignment")));
		store.open().stream()
			.filter(review -> applications.stage(review.applicationId()) == Stage.UNDER_REVIEW)
			.filter(review -> Boolean.TRUE.equals(programmes.round(review.roundId()).settings().review().digest()))
			.collect(Collectors.groupingBy(Review::reviewer, LinkedHashMap::new, Collectors.toList()))
			.forEach(this::digest);
	}

	/** One reviewer's trouble keeps no other from their mail. */
	private void digest(String reviewer, List<Review> waiting) {
		ZoneId zone = programmes.round(waiting.getFirst().roundId()).settings().timeZone();
		Instant now = clock.instant();
		LocalDate day = now.atZone(zone).toLocalDate();
		boolean anyFromBefore = waiting.stream()
			.anyMatch(review -> review.assignedAt().atZone(zone).toLocalDate().isBefore(day));
		if (!anyFromBefore || now.atZone(zone).toLocalTime().isBefore(MORNING)) {
			return; // what came today had its own mail today
		}
		try {
			if (directory.person(reviewer).filter(person -> !person.email().isBlank()).isPresent()) {
				UUID subject = Reviewer.id(reviewer);
				mails.post(new MailOrder("review-digest", "review-digest:" + subject + ":" + day, "reviewer-digest", subject,
						Map.of("day", day.toString())));
			}
		}
		catch (RuntimeException fault) {
			log.warn("The digest of a reviewer could not be written; it is tried again", fault);
		}
	}
}
