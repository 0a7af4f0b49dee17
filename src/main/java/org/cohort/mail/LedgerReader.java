package org.cohort.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.cohort.mail.Letter.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger for people. */
@Repository
class LedgerReader {

	private final JdbcClient jdbc;

	LedgerReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Newest first; a blank search finds all.
	 * @param search part of a name, an address, a subject line or a template's name
	 */
	List<LedgerEntry> find(@Nullable MailState state, String search, int offset, int limit) {
		return jdbc.sql("""
				select * from mail
				where (:state = '' or state = :state)
				and (:search = '%%' or recipient ilike :search or recipient_name ilike :search
					or subject_line ilike :search or template ilike :search or subject_id::text ilike :search)
				order by ordered_at desc, id offset :offset limit :limit
				""")
			.param("state", state == null ? "" : state.text())
			.param("search", "%" + search.replaceAll("([%_\\\\])", "\\\\$1") + "%")
			.param("offset", offset)
			.param("limit", limit)
			.query(LedgerEntry::of)
			.list();
	}

	Optional<LedgerEntry> find(UUID id) {
		return jdbc.sql("select * from mail where id = :id").param("id", id).query(LedgerEntry::of).optional();
	}

	boolean knows(String orderKey) {
		return jdbc.sql("select exists (select from mail where order_key = :key)").param("key", orderKey)
			.query(Boolean.class).single();
	}

	List<MailSummary> about(UUID subject) {
		return jdbc.sql("select * from mail where subject_id = :subject order by ordered_at, id")
			.param("subject", subject)
			.query(LedgerEntry::of)
			.list()
			.stream()
			.map(mail -> new MailSummary(mail.id(), mail.template(), mail.audience(), mail.recipientName(),
					mail.subjectLine(), mail.state().text(), mail.orderedAt(), mail.sentAt()))
			.toList();
	}

	List<Attachment> attachments(UUID mail) {
		return jdbc.sql("select * from mail_attachment where mail_id = :mail order by number")
			.param("mail", mail)
			.query((row, number) -> new Attachment(row.getString("file_name"), row.getString("content_type"),
					row.getBytes("content")))
			.list();
	}

	/** How many mails are in each state. */
	MailCounts counts() {
		return jdbc.sql("""
				select count(*) filter (where state = 'queued') as waiting,
					count(*) filter (where state = 'queued' and attempts > 0) as delayed,
					min(ordered_at) filter (where state = 'queued') as oldest,
					count(*) filter (where state in ('possibly-sent', 'stuck')) as undecided,
					max(reason) filter (where state = 'queued' and attempts > 0) as reason
				from mail where state <> 'sent'
				""")
			.query((row, number) -> new MailCounts(row.getInt("waiting"), row.getInt("delayed"),
					row.getTimestamp("oldest") == null ? null : row.getTimestamp("oldest").toInstant(),
					row.getInt("undecided"), row.getString("reason") == null ? "" : row.getString("reason")))
			.single();
	}
}
