package org.cohort.application;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Implemented, as a bean, by a module that adds something for the applicant to do to the status page. The template has
 * a fragment {@code part(model)}.
 */
public interface StatusPart {

	/** Such as {@code eligibility/status}. */
	String template();

	/** What the fragment shows; nothing is shown if it is empty. */
	Map<String, Object> model(UUID applicationId, Locale locale);
}
