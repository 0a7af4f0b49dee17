package org.cohort.application;

import java.util.Map;
import java.util.UUID;

/**
 * Implemented, as a bean, by a module that adds a part to the coordinators' page of an application. The template has a
 * fragment {@code panel(model)}.
 */
public interface ApplicationPanel {

	/** Parts with a smaller number stand further up. */
	int order();

	/** Such as {@code eligibility/panel}. */
	String template();

	/** What the fragment shows. */
	Map<String, Object> model(UUID applicationId);
}
