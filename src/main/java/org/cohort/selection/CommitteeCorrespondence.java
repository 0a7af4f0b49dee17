package org.cohort.selection;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.cohort.directory.Directory;
import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes to everybody of the committee; the subject is the round. */
@Component
class CommitteeCorrespondence implements Correspondence {

	private final Programmes programmes;

	private final Deciding deciding;

	private final Directory directory;

	private final URI publicUrl;

	CommitteeCorrespondence(Programmes programmes, Deciding deciding, Directory directory,
			@Value("${cohort.public-url}") URI publicUrl) {
		this.programmes = programmes;
		this.deciding = deciding;
		this.directory = directory;
		this.publicUrl = publicUrl;
	}

	@Override
	public String audience() {
		return "committee";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		Round round = programmes.round(order.subject());
		Settings settings = round.settings();
		int poolSize = deciding.latest(round.id()).map(Proposal::poolSize).orElse(0);
		boolean computed = deciding.latest(round.id()).filter(Proposal::ready).isPresent();
		return directory.members("committee")
			.stream()
			.filter(person -> !person.email().isBlank())
			.map(person -> new Letter(person.email(), person.name(), Locale.ENGLISH,
					Map.of("name", person.name(), "programme", round.programme().name(), "round", round.title(), "seats",
							round.seats(), "poolSize", poolSize, "computed", computed, "shortlistPage",
							publicUrl + "/staff/rounds/" + round.id() + "/shortlist"),
					List.of())
				.from(settings.sender().name(), settings.sender().address()))
			.toList();
	}
}
