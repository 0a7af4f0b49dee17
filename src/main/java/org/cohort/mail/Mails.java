package org.cohort.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.cohort.mail.Letter.Sender;
import org.cohort.mail.Rendering.Rendered;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders for mails. What was ordered is rendered and kept in the caller's transaction, and sent afterwards. */
@Service
public class Mails {

	private final ObjectProvider<Correspondence> correspondences;

	private final Rendering rendering;

	private final Ledger ledger;

	private final LedgerReader reader;

	private final MailSettings settings;

	private final Clock clock;

	private final PostBell bell;

	private final String domain;

	Mails(ObjectProvider<Correspondence> correspondences, Rendering rendering, Ledger ledger, LedgerReader reader,
			MailSettings settings, Clock clock, PostBell bell,
			@Value("${cohort.public-url}") URI publicUrl) {
		this.correspondences = correspondences;
		this.rendering = rendering;
		this.ledger = ledger;
		this.reader = reader;
		this.settings = settings;
		this.clock = clock;
		this.bell = bell;
		this.domain = publicUrl.getHost();
	}

	/**
	 * Writes one ledger row per reader; a key that was used before changes nothing.
	 * @throws IllegalStateException if nobody answers for the audience, or nobody would read the mail
	 */
	@Transactional
	public void post(MailOrder order) {
		if (ledger.lockAndKnows(order.key())) {
			return;
		}
		List<Letter> letters = correspondence(order.audience()).letters(order);
		if (letters.isEmpty()) {
			throw new IllegalStateException("Nobody would read the mail «" + order.template() + "»: the audience «"
					+ order.audience() + "» is empty, or none of its people has an address");
		}
		for (int number = 0; number < letters.size(); number++) {
			keep(order, letters.get(number), number);
		}
		bell.ringAfterCommit();
	}

	private void keep(MailOrder order, Letter letter, int number) {
		Sender sender = letter.sender() == null ? settings.sender().sender() : letter.sender();
		Rendered rendered = rendering.render(order.template(), letter, sender);
		UUID id = UUID.nameUUIDFromBytes((order.key() + "#" + number).getBytes(StandardCharsets.UTF_8));
		Instant now = clock.instant();
		ledger.add(new LedgerEntry(id, order.key(), order.template(), order.audience(), order.subject(), letter.to(),
				letter.name(), sender.address(), sender.name(), rendered.subject(), rendered.text(), rendered.html(),
				"<" + id + "@" + domain + ">", MailState.QUEUED, 0, now, "", now, null), number,
				letter.attachments());
	}

	/** Whether a mail with this key was ordered before. */
	@Transactional(readOnly = true)
	public boolean posted(String key) {
		return reader.knows(key);
	}

	/** The mails about a subject, to whomever, the oldest first. */
	@Transactional(readOnly = true)
	public List<MailSummary> about(UUID subject) {
		return reader.about(subject);
	}

	/** How it stands with the mails that are not sent. */
	@Transactional(readOnly = true)
	public MailCounts counts() {
		return reader.counts();
	}

	private Correspondence correspondence(String audience) {
		return correspondences.stream()
			.filter(one -> one.audience().equals(audience))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"Nobody knows the people of the audience «" + audience + "»"));
	}
}
