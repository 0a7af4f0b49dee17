package org.cohort.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.cohort.links.LinkRefused;
import org.cohort.links.Links;
import org.cohort.mail.MailServer.Unreachable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sends mails, one after the other. A mail is claimed before it is sent and recorded after, so a crash in between
 * leaves it «being sent», and nobody sends such a mail again by itself.
 */
@Component
class Postman {

	private static final Logger log = LoggerFactory.getLogger(Postman.class);

	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
			Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30));

	/** About two days of trying. */
	static final int GIVES_UP_AFTER = 100;

	private final UUID owner = UUID.randomUUID();

	private final Ledger ledger;

	private final LedgerReader reader;

	private final Links links;

	private final MailServer server;

	private final Clock clock;

	private volatile @Nullable UUID inHand;

	Postman(Ledger ledger, LedgerReader reader, Links links, MailServer server, Clock clock) {
		this.ledger = ledger;
		this.reader = reader;
		this.links = links;
		this.server = server;
		this.clock = clock;
	}

	/**
	 * Sends the next mail that is due.
	 * @return whether there was one
	 * @throws Unreachable if the mail server is away; the mail waits for its next try
	 */
	synchronized boolean sendNext() throws Unreachable {
		Optional<LedgerEntry> claimed = ledger.claim(owner);
		if (claimed.isEmpty()) {
			server.hangUp();
			return false;
		}
		inHand = claimed.get().id();
		try {
			send(claimed.get());
			return true;
		}
		finally {
			inHand = null;
		}
	}

	private void send(LedgerEntry mail) throws Unreachable {
		MimeMessage message;
		InternetAddress recipient;
		try {
			recipient = new InternetAddress(mail.recipient(), true);
			message = Envelope.seal(mail, reader.attachments(mail.id()), ref -> links.uri(ref).toString(),
					server.session(), clock.instant());
		}
		catch (MessagingException | LinkRefused | IllegalStateException unsendable) {
			ledger.setAside(mail.id(), owner, MailState.STUCK, "It cannot be sent as it is: "
					+ unsendable.getMessage());
			log.warn("{} cannot be sent as it is: {}", mail, unsendable.getClass().getSimpleName());
			return;
		}
		try {
			record(mail, server.send(message, recipient));
		}
		catch (Unreachable away) {
			postpone(mail, away.getMessage());
			throw away;
		}
	}

	private void record(LedgerEntry mail, Delivery delivery) {
		switch (delivery) {
			case Delivery.Accepted() -> {
				ledger.sent(mail.id(), owner);
				log.info("{} was sent", mail);
			}
			case Delivery.Deferred(String reason) -> postpone(mail, reason);
			case Delivery.Refused(String reason) -> {
				ledger.setAside(mail.id(), owner, MailState.STUCK, reason);
				log.warn("{} was refused for good; see the page of mails", mail);
			}
			case Delivery.Unclear(String reason) -> {
				ledger.setAside(mail.id(), owner, MailState.POSSIBLY_SENT, reason);
				log.warn("{} was possibly sent; a person decides on the page of mails", mail);
			}
		}
	}

	private void postpone(LedgerEntry mail, String reason) {
		if (mail.attempts() >= GIVES_UP_AFTER) {
			ledger.setAside(mail.id(), owner, MailState.STUCK, "Given up after " + mail.attempts() + " tries. "
					+ reason);
			return;
		}
		Duration pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size()) - 1);
		ledger.postpone(mail.id(), owner, pause, reason);
		log.info("{} could not be sent, try {}; the next is in {}", mail, mail.attempts(), pause);
	}

	/** Says that this sender lives, and looks after the mails of those that do not. */
	void keepAlive() {
		try {
			UUID held = inHand;
			if (held != null) {
				ledger.renew(held, owner);
			}
			int orphans = ledger.abandonOrphans();
			if (orphans > 0) {
				log.warn("{} mails were left half-sent by a sender that died; a person decides on the page of mails",
						orphans);
			}
		}
		catch (DataAccessException away) {
			log.warn("The ledger of mails cannot be reached: {}", away.getMessage());
		}
	}
}
