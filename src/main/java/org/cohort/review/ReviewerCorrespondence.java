package org.cohort.review;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.cohort.application.Applications;
import org.cohort.directory.Directory;
import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes to the reviewer of a review; the subject is the review. Applications are named by their code alone. */
@Component
class ReviewerCorrespondence implements Correspondence {

	private final ReviewStore store;

	private final Applications applications;

	private final Programmes programmes;

	private final Directory directory;

	private final URI publicUrl;

	ReviewerCorrespondence(ReviewStore store, Applications applications, Programmes programmes, Directory directory,
			@Value("${cohort.public-url}") URI publicUrl) {
		this.store = store;
		this.applications = applications;
		this.programmes = programmes;
		this.directory = directory;
		this.publicUrl = publicUrl;
	}

	@Override
	public String audience() {
		return "reviewer";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		Review review = store.byId(order.subject()).orElseThrow();
		Round round = programmes.round(review.roundId());
		Settings settings = round.settings();
		return directory.person(review.reviewer())
			.filter(person -> !person.email().isBlank())
			.map(person -> new Letter(person.email(), person.name(), Locale.ENGLISH,
					Map.of("name", person.name(), "code", applications.get(review.applicationId()).code(), "programme",
							round.programme().name(), "round", round.title(), "dueAt",
							review.dueAt().atZone(settings.timeZone()), "timeZone", settings.timeZone().getId(),
							"reviewPage", publicUrl + review.assignment().path()),
					List.of())
				.from(settings.sender().name(), settings.sender().address()))
			.stream()
			.toList();
	}
}
