package org.cohort.mail;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail in one line, for coordinators.
 *
 * @param recipient the reader's name
 * @param state {@code queued}, {@code sending}, {@code sent}, {@code possibly-sent} or {@code stuck}
 */
public record MailSummary(UUID id, String template, String audience, String recipient, String subjectLine, String state,
		Instant orderedAt, @Nullable Instant sentAt) {

	/** Names nobody, so that it may appear in a log. */
	@Override
	public String toString() {
		return "mail " + id + " (" + template + ")";
	}
}
