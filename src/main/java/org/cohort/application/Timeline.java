package org.cohort.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.directory.Directory;
import org.cohort.directory.DirectoryUnavailable;
import org.cohort.directory.Person;
import org.cohort.mail.MailSummary;
import org.cohort.mail.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * All that happened to an application, in plain words: what the audit trail holds and the mails about it. The words are
 * in the messages under {@code happened.<action>}, or {@code happened.<action>.<detail>} where the detail is one of
 * few.
 */
@Component
class Timeline {

	private static final Set<String> COHORT_ITSELF = Set.of("process", "assignment", "offers", "selection");

	private final AuditTrail audit;

	private final Mails mails;

	private final Directory directory;

	private final MessageSource messages;

	Timeline(AuditTrail audit, Mails mails, Directory directory, MessageSource messages) {
		this.audit = audit;
		this.mails = mails;
		this.directory = directory;
		this.messages = messages;
	}

	/**
	 * One thing that happened.
	 *
	 * @param who did it; empty if Cohort did by itself
	 * @param mail whose text can be read
	 */
	record Event(Instant at, String words, String who, @Nullable UUID mail) {
	}

	/** The oldest first. */
	List<Event> of(Application application, List<MailSummary> written) {
		List<Event> events = new ArrayList<>();
		events.add(new Event(application.submittedAt(), messages.getMessage("happened.submit", null, Locale.ENGLISH),
				"The applicant", null));
		for (AuditTrail.Entry entry : audit.of(application.id())) {
			events.add(new Event(entry.at(), words(entry), name(entry.actor()), null));
		}
		for (MailSummary mail : written) {
			events.add(new Event(mail.orderedAt(), messages.getMessage("happened.mail", new Object[] { mail.subjectLine(),
					mail.recipient() }, Locale.ENGLISH), "", mail.id()));
		}
		events.sort(Comparator.comparing(Event::at));
		return events;
	}

	List<MailSummary> mails(UUID applicationId) {
		return mails.about(applicationId);
	}

	/** What has no words of its own is told by the name of the action, so that nothing is ever left out. */
	private String words(AuditTrail.Entry entry) {
		String key = "happened." + entry.action();
		Object[] detail = { entry.detail() };
		String plain = entry.action().substring(0, 1).toUpperCase(Locale.ROOT) + entry.action().substring(1).replace('-', ' ')
				+ (entry.detail().isEmpty() ? "" : ": {0}");
		String general = messages.getMessage(key, detail, null, Locale.ENGLISH);
		String words = messages.getMessage(key + "." + entry.detail(), null, general, Locale.ENGLISH);
		return words == null ? plain.replace("{0}", entry.detail()) : words;
	}

	private String name(String actor) {
		if (COHORT_ITSELF.contains(actor)) {
			return "";
		}
		if (actor.equals("applicant") || actor.equals("coordinators")) {
			return actor.equals("applicant") ? "The applicant" : "A coordinator in Tasklist";
		}
		try {
			return directory.person(actor).map(Person::name).orElse(actor);
		}
		catch (DirectoryUnavailable away) {
			return actor;
		}
	}
}
