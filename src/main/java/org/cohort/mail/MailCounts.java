package org.cohort.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with the mails that are not sent.
 *
 * @param waiting for their turn or their next try
 * @param delayed of those waiting, how many were tried and could not be sent
 * @param oldest when the oldest waiting one was ordered
 * @param undecided how many wait for a person
 * @param reason why mails are delayed, in the mail server's words
 */
public record MailCounts(int waiting, int delayed, @Nullable Instant oldest, int undecided, String reason) {
}
