package org.cohort.mail;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders for mails. What was ordered is rendered and kept in the caller's transaction, and sent afterwards. */
@Service
public class Mails {

	/**
	 * Writes one ledger row per reader; a key that was used before changes nothing.
	 * @throws IllegalStateException if nobody answers for the audience, or nobody would read the mail
	 */
	@Transactional
	public void post(MailOrder order) {
	}
}
