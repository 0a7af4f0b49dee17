package org.cohort.application;

import java.util.Map;

import org.cohort.mail.MailOrder;

/**
 * Implemented, as a bean, by a module that has something to say in a mail to applicants or coordinators which the
 * application itself does not know: the reasons of a screening, the deadline of an offer.
 */
public interface LetterDetails {

	/** What the template of this order shows besides; empty for the templates of others. */
	Map<String, Object> details(MailOrder order);
}
