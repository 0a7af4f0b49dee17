package org.cohort.application;

import java.util.Map;
import java.util.UUID;

/**
 * Implemented, as a bean, by a module that adds a part to the dossier that reviewers read. It must show nothing that
 * tells who the applicant is. The template has a fragment {@code panel(model)}.
 */
public interface DossierPart {

	/** Such as {@code eligibility/evidence-panel}. */
	String template();

	/** What the fragment shows; nothing is shown if it is empty. */
	Map<String, Object> dossier(UUID applicationId);
}
