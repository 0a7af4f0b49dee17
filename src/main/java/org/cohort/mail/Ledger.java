package org.cohort.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.cohort.mail.Letter.Attachment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of all mails and how they move from state to state. A mail being sent belongs to one owner for as long as
 * that owner keeps saying so; leases run on the database's own time, so that moving Cohort's clock ends none.
 */
@Repository
class Ledger {

	/** How long an owner may be silent before it counts as dead. */
	static final Duration LEASE = Duration.ofSeconds(20);

	private final JdbcClient jdbc;

	private final Clock clock;

	Ledger(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Keeps others with the same key waiting until this transaction ends, then says whether the key was used. */
	boolean lockAndKnows(String orderKey) {
		jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 16))").param("key", orderKey)
			.query((row, number) -> true).single();
		return jdbc.sql("select exists (select from mail where order_key = :key)").param("key", orderKey)
			.query(Boolean.class).single();
	}

	void add(LedgerEntry mail, int letterNumber, List<Attachment> attachments) {
		jdbc.sql("""
				insert into mail (id, order_key, letter_number, template, audience, subject_id, recipient,
					recipient_name, sender, sender_name, subject_line, body_text, body_html, message_id, state,
					next_attempt_at, ordered_at)
				values (:id, :key, :letter, :template, :audience, :subject, :recipient, :recipientName, :sender,
					:senderName, :subjectLine, :text, :html, :messageId, 'queued', :now, :now)
				""")
			.param("id", mail.id())
			.param("key", mail.orderKey())
			.param("letter", letterNumber)
			.param("template", mail.template())
			.param("audience", mail.audience())
			.param("subject", mail.subject())
			.param("recipient", mail.recipient())
			.param("recipientName", mail.recipientName())
			.param("sender", mail.sender())
			.param("senderName", mail.senderName())
			.param("subjectLine", mail.subjectLine())
			.param("text", mail.bodyText())
			.param("html", mail.bodyHtml())
			.param("messageId", mail.messageId())
			.param("now", timestamp(mail.orderedAt()))
			.update();
		for (int number = 0; number < attachments.size(); number++) {
			Attachment attachment = attachments.get(number);
			jdbc.sql("insert into mail_attachment values (:mail, :number, :name, :type, :content)")
				.param("mail", mail.id())
				.param("number", number)
				.param("name", attachment.fileName())
				.param("type", attachment.contentType())
				.param("content", attachment.content())
				.update();
		}
	}

	/** Takes the mail that has waited longest, if one is due and nobody else has it. */
	Optional<LedgerEntry> claim(UUID owner) {
		return jdbc.sql("""
				update mail set state = 'sending', owner = :owner, attempts = attempts + 1, next_attempt_at = null,
					lease_ends_at = clock_timestamp() + make_interval(secs => :lease)
				where id = (
					select id from mail where state = 'queued' and next_attempt_at <= :now
					order by next_attempt_at, ordered_at limit 1 for update skip locked)
				returning *
				""")
			.param("owner", owner)
			.param("lease", LEASE.toSeconds())
			.param("now", timestamp(clock.instant()))
			.query(LedgerEntry::of)
			.optional();
	}

	/** The owner is still there, with this mail in hand. */
	void renew(UUID id, UUID owner) {
		jdbc.sql("update mail set lease_ends_at = clock_timestamp() + make_interval(secs => :lease) "
				+ "where id = :id and owner = :owner and state = 'sending'")
			.param("lease", LEASE.toSeconds())
			.param("id", id)
			.param("owner", owner)
			.update();
	}

	/** The server took it. Counts even if others already gave the owner up for dead, unless a person has decided. */
	void sent(UUID id, UUID owner) {
		jdbc.sql("""
				update mail set state = 'sent', sent_at = :now, owner = null, lease_ends_at = null, reason = ''
				where id = :id and owner = :owner and state in ('sending', 'possibly-sent')
				""")
			.param("now", timestamp(clock.instant()))
			.param("id", id)
			.param("owner", owner)
			.update();
	}

	/** It surely did not go out; it is tried again. */
	void postpone(UUID id, UUID owner, Duration pause, String reason) {
		jdbc.sql("""
				update mail set state = 'queued', next_attempt_at = :next, owner = null, lease_ends_at = null,
					reason = :reason
				where id = :id and owner = :owner and state = 'sending'
				""")
			.param("next", timestamp(clock.instant().plus(pause)))
			.param("reason", reason)
			.param("id", id)
			.param("owner", owner)
			.update();
	}

	/** It needs a person: stuck, or possibly sent. */
	void setAside(UUID id, UUID owner, MailState state, String reason) {
		jdbc.sql("""
				update mail set state = :state, owner = null, lease_ends_at = null, reason = :reason
				where id = :id and owner = :owner and state = 'sending'
				""")
			.param("state", state.text())
			.param("reason", reason)
			.param("id", id)
			.param("owner", owner)
			.update();
	}

	/** Mails whose owner died while sending may have gone out or not. The owner stays named, in case it only slept. */
	int abandonOrphans() {
		return jdbc.sql("""
				update mail set state = 'possibly-sent', lease_ends_at = null,
					reason = 'Cohort stopped while it was sending this mail. Whether it arrived, only its reader knows.'
				where state = 'sending' and lease_ends_at < clock_timestamp()
				""").update();
	}

	/** A person decided to send it (again). */
	boolean requeue(UUID id) {
		return jdbc.sql("""
				update mail set state = 'queued', next_attempt_at = :now, attempts = 0, owner = null, reason = ''
				where id = :id and state in ('possibly-sent', 'stuck')
				""")
			.param("now", timestamp(clock.instant()))
			.param("id", id)
			.update() == 1;
	}

	/** A person found out that it arrived. */
	boolean settle(UUID id) {
		return jdbc.sql("update mail set state = 'sent', sent_at = :now, owner = null, reason = '' "
				+ "where id = :id and state in ('possibly-sent', 'stuck')")
			.param("now", timestamp(clock.instant()))
			.param("id", id)
			.update() == 1;
	}

	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}
}
