package org.cohort.application;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

import org.cohort.directory.Directory;
import org.cohort.directory.Person;
import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes to the coordinators; the subject is an application or a round. The letters name applications by their code
 * only: who it is, coordinators see after signing in.
 */
@Component
class CoordinatorsCorrespondence implements Correspondence {

	private final ApplicationTable table;

	private final Programmes programmes;

	private final Directory directory;

	private final ObjectProvider<LetterDetails> others; // some of them know us

	private final URI publicUrl;

	CoordinatorsCorrespondence(ApplicationTable table, Programmes programmes, Directory directory,
			ObjectProvider<LetterDetails> others, @Value("${cohort.public-url}") URI publicUrl) {
		this.table = table;
		this.programmes = programmes;
		this.directory = directory;
		this.others = others;
		this.publicUrl = publicUrl;
	}

	@Override
	public String audience() {
		return "coordinators";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		Map<String, Object> model = new HashMap<>();
		Round round = about(order, model);
		model.put("programme", round.programme().name());
		model.put("round", round.title());
		model.put("publicUrl", publicUrl.toString());
		others.orderedStream().forEach(other -> model.putAll(other.details(order)));
		return directory.members("coordinators").stream().filter(person -> !person.email().isBlank())
				.map(person -> letter(person, model)
						.from(round.settings().sender().name(), round.settings().sender().address()))
				.toList();
	}

	private Round about(MailOrder order, Map<String, Object> model) {
		try {
			Application application = table.get(order.subject());
			model.put("code", application.code());
			model.put("page", publicUrl + "/staff/applications/" + application.id());
			return programmes.round(application.roundId());
		}
		catch (NoSuchElementException noApplication) {
			Round round = programmes.round(order.subject());
			model.put("page", publicUrl + "/staff/rounds/" + round.id());
			return round;
		}
	}

	private static Letter letter(Person person, Map<String, Object> model) {
		Map<String, Object> personal = new HashMap<>(model);
		personal.put("name", person.name());
		return new Letter(person.email(), person.name(), Locale.ENGLISH, personal, List.of());
	}
}
