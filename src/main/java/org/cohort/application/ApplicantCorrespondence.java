package org.cohort.application;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.Correspondence;
import org.cohort.mail.Letter;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes to applicants; the subject is the application. */
@Component
class ApplicantCorrespondence implements Correspondence {

	private final ApplicationTable table;

	private final PairTable pairs;

	private final Deadlines deadlines;

	private final Programmes programmes;

	private final Links links;

	private final StatusLinks statusLinks;

	private final ObjectProvider<LetterDetails> others; // some of them know us

	private final Clock clock;

	ApplicantCorrespondence(ApplicationTable table, PairTable pairs, Deadlines deadlines, Programmes programmes,
			Links links, StatusLinks statusLinks, ObjectProvider<LetterDetails> others, Clock clock) {
		this.table = table;
		this.pairs = pairs;
		this.deadlines = deadlines;
		this.programmes = programmes;
		this.links = links;
		this.statusLinks = statusLinks;
		this.others = others;
		this.clock = clock;
	}

	@Override
	public String audience() {
		return "applicant";
	}

	@Override
	public List<Letter> letters(MailOrder order) {
		Application application = table.get(order.subject());
		Contact contact = table.contact(application.id());
		Round round = programmes.round(application.roundId());
		Settings settings = round.settings();
		Map<String, Object> model = new HashMap<>();
		model.put("name", contact.name());
		model.put("code", application.code());
		model.put("programme", round.programme().name());
		model.put("round", round.title());
		model.put("sender", settings.sender().address());
		model.put("timeZone", settings.timeZone().getId());
		model.put("statusLink", statusLinks.issue(application.id()).placeholder());
		model.put("closesAt", When.text(deadlines.of(round, contact.email(), null), settings.timeZone(),
				contact.locale()));
		if (application.stage() == Stage.UNCONFIRMED) {
			Instant until = table.confirmBy(application.id(), clock.instant().plus(settings.confirmWithin()));
			model.put("confirmBy", When.text(until, settings.timeZone(), contact.locale()));
			model.put("confirmLink", links.issue(LinkPurpose.CONFIRM, application.id(), "", until).placeholder());
		}
		model.put("merged", application.stage() == Stage.WITHDRAWN && pairs.merged(application.id()));
		others.orderedStream().forEach(other -> model.putAll(other.details(order)));
		return List.of(new Letter(contact.email(), contact.name(), contact.locale(), model, List.of())
				.from(settings.sender().name(), settings.sender().address()));
	}
}
