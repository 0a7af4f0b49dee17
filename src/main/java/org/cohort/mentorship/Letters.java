package org.cohort.mentorship;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.cohort.application.Applications;
import org.cohort.directory.Directory;
import org.cohort.directory.Person;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.springframework.stereotype.Component;

/** Writes letters to the two people of a participation: names and programme from here, the rest from the contents. */
@Component
class Letters {

	private final ParticipationStore participations;

	private final Programmes programmes;

	private final Applications applications;

	private final Directory directory;

	private final List<LetterContents> contents;

	Letters(ParticipationStore participations, Programmes programmes, Applications applications, Directory directory,
			List<LetterContents> contents) {
		this.participations = participations;
		this.programmes = programmes;
		this.applications = applications;
		this.directory = directory;
		this.contents = contents;
	}

	Letter toParticipant(MailOrder order) {
		var participation = participations.get(order.subject());
		var contact = applications.contact(participation.applicationId());
		return letter(contact.email(), contact.name(), contact.locale(), participation, order);
	}

	/** The mentor; while there is none, the coordinators, so that nobody leaves unnoticed. */
	List<Letter> toMentor(MailOrder order) {
		var participation = participations.get(order.subject());
		var readers = participation.mentor()
			.flatMap(directory::person)
			.map(List::of)
			.orElseGet(() -> directory.members("coordinators"));
		return readers.stream()
			.filter(reader -> !reader.email().isBlank())
			.map(reader -> letter(reader.email(), reader.name(), Locale.ENGLISH, participation, order))
			.toList();
	}

	private Letter letter(String to, String name, Locale locale, Participation participation, MailOrder order) {
		var programme = programmes.programme(participation.programmeId());
		var sender = programme.settings().sender();
		Map<String, Object> model = new HashMap<>();
		model.put("name", name);
		model.put("participant", applications.contact(participation.applicationId()).name());
		model.put("mentor", participation.mentor().flatMap(directory::person).map(Person::name).orElse(""));
		model.put("code", participation.code());
		model.put("programme", programme.name());
		model.put("answersTo", sender.address());
		contents.stream()
			.filter(one -> one.templates().contains(order.template()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"Nobody knows the contents of the mail «%s».".formatted(order.template())))
			.contents(participation, order, locale)
			.forEach(model::put);
		return new Letter(to, name, locale, model, List.of()).from(sender.name(), sender.address());
	}
}
