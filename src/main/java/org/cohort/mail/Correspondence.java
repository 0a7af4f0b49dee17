package org.cohort.mail;

import java.util.List;

/**
 * Implemented by the module that knows the people of an audience: turns an order into letters. Called in the
 * transaction that orders the mail; names and addresses go from here into the ledger and nowhere else.
 */
public interface Correspondence {

	/** The audience this answers for, such as {@code applicant}. */
	String audience();

	/** One letter per reader. An order that nobody would read is refused by {@link Mails}, never dropped. */
	List<Letter> letters(MailOrder order);
}
