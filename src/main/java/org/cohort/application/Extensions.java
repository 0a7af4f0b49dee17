package org.cohort.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundState;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives one person more time than the others, with a reason. The closed round waits for them: its pool is not settled
 * before they have sent their application or their time is over.
 */
@Service
@Transactional
class Extensions {

	private final ExtensionTable table;

	private final DraftTable drafts;

	private final SubmissionTable submissions;

	private final ApplicationTable applications;

	private final Pool pool;

	private final Programmes programmes;

	private final Mails mails;

	private final AuditTrail audit;

	private final Clock clock;

	Extensions(ExtensionTable table, DraftTable drafts, SubmissionTable submissions, ApplicationTable applications,
			Pool pool, Programmes programmes, Mails mails, AuditTrail audit, Clock clock) {
		this.table = table;
		this.drafts = drafts;
		this.submissions = submissions;
		this.applications = applications;
		this.pool = pool;
		this.programmes = programmes;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Gives more time and mails a link: to the application if there is one, else to the draft, else to an empty form.
	 * Granted again, the last one counts.
	 * @throws IllegalArgumentException if it would help nobody, with words for the coordinator
	 */
	void grant(UUID roundId, String email, Instant until, String reason, String by) {
		Round round = programmes.lock(roundId);
		Instant now = clock.instant();
		if (FormCheck.email(email).isPresent()) {
			throw new IllegalArgumentException("This does not look like an e-mail address.");
		}
		if (reason.isBlank() || reason.length() > 1000) {
			throw new IllegalArgumentException("Please give a reason, in at most 1000 characters.");
		}
		if (round.state().compareTo(RoundState.CLOSED) > 0 || applications.settled(roundId)) {
			throw new IllegalArgumentException("All applications are settled and the committee is choosing: it is too late.");
		}
		if (!until.isAfter(now) || !until.isAfter(round.closesAt())) {
			throw new IllegalArgumentException("The new deadline must lie in the future and after the closing.");
		}
		if (!until.isBefore(round.runStartsAt())) {
			throw new IllegalArgumentException("The new deadline must lie before the run starts.");
		}
		Instant whole = until.truncatedTo(ChronoUnit.MICROS);
		Optional<UUID> sent = submissions.byEmail(roundId, email);
		UUID draft = sent.isPresent() ? null : drafts.ofAddress(roundId, email).orElseGet(() -> begin(round, email, now));
		table.store(new ExtensionTable.Extension(roundId, SubmissionTable.emailKey(email), draft, whole, reason.strip(),
				by, now.truncatedTo(ChronoUnit.MICROS)));
		UUID subject = sent.orElse(draft);
		audit.record(by, "extend-deadline", sent.isPresent() ? "application" : "draft", subject, whole.toString());
		String template = sent.isPresent() ? "deadline-extended-sent" : "deadline-extended";
		mails.post(new MailOrder(template, template + ":" + subject + ":" + whole, sent.isPresent() ? "applicant" : "draft",
				subject, Map.of()));
	}

	@Transactional(readOnly = true)
	List<ExtensionTable.Extension> of(UUID roundId) {
		return table.of(roundId);
	}

	/** Looks for rounds that waited only for somebody whose time is over now. */
	@Scheduled(fixedDelayString = "PT20S")
	void settle() {
		table.roundsToLookAt(clock.instant()).forEach(pool::settleIfNothingIsLeft);
	}

	private UUID begin(Round round, String email, Instant now) {
		FormInput empty = new FormInput(UUID.randomUUID(), "", email, Map.of());
		drafts.store(round.id(), empty, Locale.ENGLISH, now);
		drafts.keep(empty.key(), now);
		return empty.key();
	}
}
