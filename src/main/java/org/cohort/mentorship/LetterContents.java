package org.cohort.mentorship;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.cohort.mail.MailOrder;

/**
 * What the mails to participants and mentors say beyond the names, by template. Implemented here and by the modules
 * that come later in a participation's life.
 */
public interface LetterContents {

	/** The templates that this knows the contents of. */
	Set<String> templates();

	/** The contents; a link goes in as its placeholder, and dates in the reader's form. */
	Map<String, Object> contents(Participation participation, MailOrder order, Locale reader);
}
