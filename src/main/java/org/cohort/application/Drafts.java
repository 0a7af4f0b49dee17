package org.cohort.application;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.programme.Question;
import org.cohort.programme.Round;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps forms that were begun, so that nothing typed is lost, and brings people back to them. */
@Service
@Transactional
class Drafts {

	/** Nobody's mailbox is filled by somebody else's typing: so many links per address, round and day. */
	private static final int LINKS_PER_DAY = 3;

	private final DraftTable table;

	private final SubmissionTable submissions;

	private final Uploads uploads;

	private final Deadlines deadlines;

	private final Programmes programmes;

	private final Links links;

	private final Mails mails;

	private final Clock clock;

	Drafts(DraftTable table, SubmissionTable submissions, Uploads uploads, Deadlines deadlines, Programmes programmes,
			Links links, Mails mails, Clock clock) {
		this.table = table;
		this.submissions = submissions;
		this.uploads = uploads;
		this.deadlines = deadlines;
		this.programmes = programmes;
		this.links = links;
		this.mails = mails;
		this.clock = clock;
	}

	/** Stores what was typed so far; returns whether it was stored: not if it is empty or was sent already. */
	boolean store(UUID roundId, FormInput form, Locale locale) {
		return !form.nothingTyped() && submissions.byKey(form.key()).isEmpty()
				&& table.store(roundId, form, locale, clock.instant());
	}

	/**
	 * Takes the files that came with a form into its draft, and returns the form with them. A form that was sent already
	 * has the files that were sent.
	 */
	FormInput withFiles(Round round, FormInput form, HttpServletRequest request, Locale locale) {
		List<Question> files = round.settings().questions().stream().filter(question -> question.file() != null).toList();
		if (files.isEmpty()) {
			return form;
		}
		Optional<SubmissionTable.Sent> sent = submissions.byKey(form.key());
		if (sent.isPresent()) {
			Map<String, List<String>> fields = new LinkedHashMap<>(form.fields());
			files.forEach(question -> fields.put(question.key(), sent.get().answers().all(question.key())));
			return new FormInput(form.key(), form.name(), form.email(), fields);
		}
		if (Uploads.any(request) && !table.store(round.id(), form, locale, clock.instant())) {
			return form;
		}
		return uploads.take(FileTable.Owner.draft(form.key()), files, request, form);
	}

	/**
	 * Stores what was typed, mails a link to it once, and returns the link.
	 * @return nothing if the form was sent already
	 */
	Optional<URI> keep(UUID roundId, FormInput form, Locale locale) {
		if (!store(roundId, form, locale)) {
			return Optional.empty();
		}
		Instant now = clock.instant();
		boolean mayMail = table.kept(roundId, form.email(), now.minus(Duration.ofDays(1))) < LINKS_PER_DAY;
		if (mayMail && table.keep(form.key(), now)) {
			mails.post(new MailOrder("draft-saved", "draft-saved:" + form.key(), "draft", form.key(), Map.of()));
		}
		return Optional.of(links.uri(link(form.key(), programmes.round(roundId))));
	}

	@Transactional(readOnly = true)
	Optional<DraftTable.Draft> find(UUID key) {
		return table.find(key);
	}

	LinkRef link(UUID key, Round round) {
		String email = table.find(key).map(draft -> draft.form().email()).orElse("");
		return links.issue(LinkPurpose.DRAFT, key, round.slug(), deadlines.of(round, email, key));
	}

	/** Reminds everybody who wanted to go on later and has not; each once. */
	int remind(UUID roundId) {
		List<UUID> reminded = table.remind(roundId, clock.instant());
		reminded.forEach(key -> mails.post(
				new MailOrder("draft-reminder", "draft-reminder:" + key, "draft", key, Map.of())));
		return reminded.size();
	}

	int deleteOf(UUID roundId) {
		return table.deleteOf(roundId);
	}
}
