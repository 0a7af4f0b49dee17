package org.cohort.mentorship;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.cohort.language.Sentences;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The contents of the mails from the agreement to the end. */
@Component
class RunLetters implements LetterContents {

	private static final Set<String> AGREEMENT = Set.of("agreement-participant", "agreement-participant-reminder",
			"agreement-mentor", "agreement-mentor-reminder");

	private static final Set<String> WEEK = Set.of("check-in", "check-in-reminder", "log-reminder");

	private static final Set<String> END = Set.of("participation-ended", "participation-ended-mentor");

	private final Participations participations;

	private final Weeks weeks;

	private final Runs runs;

	private final Programmes programmes;

	private final Links links;

	private final Clock clock;

	private final Sentences sentences;

	private final String publicUrl;

	RunLetters(Participations participations, Weeks weeks, Runs runs, Programmes programmes, Links links, Clock clock,
			Sentences sentences, @Value("${cohort.public-url}") String publicUrl) {
		this.participations = participations;
		this.weeks = weeks;
		this.runs = runs;
		this.programmes = programmes;
		this.links = links;
		this.clock = clock;
		this.sentences = sentences;
		this.publicUrl = publicUrl;
	}

	@Override
	public Set<String> templates() {
		var all = new HashSet<>(AGREEMENT);
		all.addAll(WEEK);
		all.addAll(END);
		return all;
	}

	@Override
	public Map<String, Object> contents(Participation participation, MailOrder order, Locale reader) {
		var id = participation.id();
		var settings = programmes.programme(participation.programmeId()).settings();
		var when = When.of(settings, reader);
		var contents = new HashMap<String, Object>();
		contents.put("ownPage", participations.ownPage(id).placeholder());
		contents.put("staffPage", "%s/staff/participations/%s".formatted(publicUrl, id));
		if (AGREEMENT.contains(order.template())) {
			// The way to the agreement stays open for longer than people are given to confirm it.
			contents.put("agreement", links.issue(LinkPurpose.AGREEMENT, id, "",
					clock.instant().plus(settings.agreementWithin().multipliedBy(4))).placeholder());
			contents.put("wording", AgreementWording.of(programmes.programme(participation.programmeId()), sentences,
					reader));
			contents.put("length", AgreementWording.length(settings, sentences, reader));
			contents.put("startsAt", when.moment(runs.startsAt(participation.roundId())));
			contents.put("agreeBy", when.moment(clock.instant().plus(settings.agreementWithin())));
		}
		if (WEEK.contains(order.template())) {
			int number = Integer.parseInt(order.details().getOrDefault("weekNumber", ""));
			var week = weeks.get(id, number);
			contents.put("week", number);
			contents.put("weeks", settings.weeks());
			contents.put("days", when.days(week.startsAt(), week.endsAt()));
			contents.put("weekEnds", when.moment(week.endsAt()));
			contents.put("openUntil", when.moment(week.closesAt()));
			contents.put("checkIn", weeks.checkInPage(id, number).placeholder());
			contents.put("logPage", "%s/staff/participations/%s/weeks/%d".formatted(publicUrl, id, number));
		}
		participation.ending().ifPresent(ending -> {
			contents.put("left", ending == Ending.LEFT);
			contents.put("weeksWritten", weeks.records(id).stream().filter(week -> week.checkIn().isPresent()).count());
		});
		return contents;
	}
}
