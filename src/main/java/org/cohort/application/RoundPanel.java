package org.cohort.application;

import java.util.Map;
import java.util.UUID;

/**
 * Implemented, as a bean, by a module that adds a part to the page of a round. The template has a fragment
 * {@code panel(model)}.
 */
public interface RoundPanel {

	/** Parts with a smaller number stand further up. */
	int order();

	/** Such as {@code selection/panel}. */
	String template();

	/** What the fragment shows. */
	Map<String, Object> model(UUID roundId);
}
