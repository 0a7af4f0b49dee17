package org.cohort.application;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes applications: application, answers and event are stored in one transaction, or nothing is. No engine is asked,
 * so the answer is immediate.
 */
@Service
@Transactional
class Submissions {

	/** Self-identification stays open at least this long, for somebody who applies in the last minute. */
	private static final Duration TIME_FOR_SELF_IDENTIFICATION = Duration.ofDays(1);

	private final SubmissionTable table;

	private final DraftTable drafts;

	private final FileTable files;

	private final Deadlines deadlines;

	private final Programmes programmes;

	private final Links links;

	private final Mails mails;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Submissions(SubmissionTable table, DraftTable drafts, FileTable files, Deadlines deadlines, Programmes programmes,
			Links links, Mails mails, ApplicationEventPublisher events, Clock clock) {
		this.table = table;
		this.drafts = drafts;
		this.files = files;
		this.deadlines = deadlines;
		this.programmes = programmes;
		this.links = links;
		this.mails = mails;
		this.events = events;
		this.clock = clock;
	}

	/** How it went. */
	sealed interface Result {

		/** Stored now or, if the same form was sent before, then. */
		record Received(URI next) implements Result {
		}

		/** This form was sent before, with other answers; those count. */
		record SentBefore() implements Result {
		}

		/** The round takes no applications (any more). */
		record RoundClosed() implements Result {
		}
	}

	/**
	 * Does what belongs to one attempt to send a form. The round stays as it is meanwhile: nobody closes it, and it is
	 * read only once. Nothing if there is no such round.
	 */
	<T> Optional<T> during(String slug, Function<Round, T> attempt) {
		return programmes.hold(slug).map(attempt);
	}

	/**
	 * Stores an application. Sent again with the same key it is the same application. If the address has applied in
	 * this round before, the answer looks the same, since strangers must not learn who applied; the owner of the
	 * address gets a mail.
	 * @param programmeVersion the version of the programme whose questions the form was checked against
	 */
	Result submit(UUID roundId, long programmeVersion, FormInput form, Answers answers, Locale locale) {
		return submit(programmes.hold(roundId), programmeVersion, form, answers, locale);
	}

	/** As the other, with a round that is held already. */
	Result submit(Round round, long programmeVersion, FormInput form, Answers answers, Locale locale) {
		Instant now = clock.instant();
		if (!deadlines.open(round, form.email(), form.key())) {
			return table.byKey(form.key()).map(before -> again(before, round, form, answers, now))
					.orElseGet(Result.RoundClosed::new);
		}
		UUID id = UUID.randomUUID();
		SubmissionTable.Stored stored = table.insert(id, round.id(), programmeVersion, form, answers, locale, now);
		if (stored != SubmissionTable.Stored.NOT) {
			files.attach(form.key(), id, answers.values().values().stream().flatMap(List::stream)
					.flatMap(value -> FileAnswer.read(value).stream()).map(FileAnswer::id).toList());
			if (stored == SubmissionTable.Stored.FROM_DRAFT) {
				drafts.delete(form.key());
				links.revoke(LinkPurpose.DRAFT, form.key());
			}
			events.publishEvent(new Applications.Submitted(id, round.id(), round.programmeId()));
			return new Result.Received(selfIdentification(id, round, now));
		}
		var before = table.byKey(form.key());
		if (before.isPresent()) { // the same form, sent before
			return again(before.get(), round, form, answers, now);
		}
		UUID earlier = table.byEmail(round.id(), form.email()).orElseThrow();
		String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
		mails.post(new MailOrder("already-applied", "already-applied:" + earlier + ":" + day, "applicant", earlier,
				Map.of()));
		drafts.delete(form.key());
		// Leads to a page like everybody's. What is said there belongs to no application and is never counted.
		return new Result.Received(selfIdentification(form.key(), round, now));
	}

	private Result again(SubmissionTable.Sent before, Round round, FormInput form, Answers answers, Instant now) {
		if (!before.roundId().equals(round.id()) || !before.same(form, answers)) {
			return new Result.SentBefore();
		}
		return new Result.Received(selfIdentification(before.id(), round, now));
	}

	/** Where the page says that the application was received: no session is kept for somebody without an account. */
	private URI selfIdentification(UUID subject, Round round, Instant now) {
		Instant atLeast = now.plus(TIME_FOR_SELF_IDENTIFICATION);
		Instant expires = round.closesAt().isAfter(atLeast) ? round.closesAt() : atLeast;
		URI page = links.issueAddress(LinkPurpose.SELF_IDENTIFICATION, subject, round.id().toString(), expires);
		return URI.create(page + "?received=yes");
	}
}
