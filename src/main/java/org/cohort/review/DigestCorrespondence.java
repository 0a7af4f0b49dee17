package org.cohort.review;

import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.directory.Directory;
import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells a reviewer all that waits for them. The subject is {@link Reviewer#id}; applications are named by code alone.
 */
@Component
class DigestCorrespondence implements Correspondence {

	private final ReviewStore store;

	private final Applications applications;

	private final Programmes programmes;

	private final Directory directory;

	private final URI publicUrl;

	DigestCorrespondence(ReviewStore store, Applications applications, Programmes programmes, Directory directory,
			@Value("${cohort.public-url}") URI publicUrl) {
		this.store = store;
		this.applications = applications;
		this.programmes = programmes;
		this.directory = directory;
		this.publicUrl = publicUrl;
	}

	/** One line of the digest. */
	record Line(String code, String round, ZonedDateTime dueAt, String page) {
	}

	@Override
	public String audience() {
		return "reviewer-digest";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		List<Review> waiting = store.open().stream()
			.filter(review -> Reviewer.id(review.reviewer()).equals(order.subject()))
			.filter(review -> applications.stage(review.applicationId()) == Stage.UNDER_REVIEW)
			.toList();
		if (waiting.isEmpty()) {
			return List.of();
		}
		Settings first = programmes.round(waiting.getFirst().roundId()).settings();
		List<Line> lines = waiting.stream().map(this::line).toList();
		return directory.person(waiting.getFirst().reviewer())
			.filter(person -> !person.email().isBlank())
			.map(person -> new Letter(person.email(), person.name(), Locale.ENGLISH,
					Map.of("name", person.name(), "lines", lines, "programme",
							programmes.round(waiting.getFirst().roundId()).programme().name(), "page",
							publicUrl + "/staff/reviews"),
					List.of())
				.from(first.sender().name(), first.sender().address()))
			.stream()
			.toList();
	}

	private Line line(Review review) {
		Round round = programmes.round(review.roundId());
		return new Line(applications.get(review.applicationId()).code(), round.title(),
				review.dueAt().atZone(round.settings().timeZone()), publicUrl + review.assignment().path());
	}
}
