package org.cohort.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One mail in the ledger, rendered, with its links still as placeholders. */
record LedgerEntry(UUID id, String orderKey, String template, String audience, UUID subject, String recipient,
		String recipientName, String sender, String senderName, String subjectLine, String bodyText, String bodyHtml,
		String messageId, MailState state, int attempts, @Nullable Instant nextAttemptAt, String reason,
		Instant orderedAt, @Nullable Instant sentAt) {

	static LedgerEntry of(ResultSet columns, int number) throws SQLException {
		return new LedgerEntry(columns.getObject("id", UUID.class), columns.getString("order_key"),
				columns.getString("template"), columns.getString("audience"),
				columns.getObject("subject_id", UUID.class), columns.getString("recipient"),
				columns.getString("recipient_name"), columns.getString("sender"), columns.getString("sender_name"),
				columns.getString("subject_line"), columns.getString("body_text"), columns.getString("body_html"),
				columns.getString("message_id"), MailState.of(columns.getString("state")), columns.getInt("attempts"),
				instant(columns.getTimestamp("next_attempt_at")), columns.getString("reason"),
				columns.getTimestamp("ordered_at").toInstant(), instant(columns.getTimestamp("sent_at")));
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}

	/** Names nobody, so that it may appear in a log. */
	@Override
	public String toString() {
		return "mail " + id + " (" + template + ")";
	}
}
