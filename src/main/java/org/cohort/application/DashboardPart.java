package org.cohort.application;

import java.util.Map;
import java.util.UUID;

/**
 * Implemented, as a bean, by a module that adds a part to the dashboard of a round. The template has a fragment
 * {@code part(model)}.
 */
public interface DashboardPart {

	/** Parts with a smaller number stand further up. */
	int order();

	/** Such as {@code review/dashboard}. */
	String template();

	/** What the fragment shows. */
	Map<String, Object> model(UUID roundId);
}
