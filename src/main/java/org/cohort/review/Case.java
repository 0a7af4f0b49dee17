package org.cohort.review;

import java.util.Set;
import java.util.UUID;

/**
 * What decides who may review an application. Holds the applicant's address, so it lives in memory only and says
 * nothing of itself.
 *
 * @param language in which the applicant writes, such as {@code en}
 * @param organisation as the applicant named it, or empty
 * @param asked everybody who has had it before
 * @param must who gets it by a coordinator's word
 * @param mustNot who does not
 */
record Case(UUID applicationId, String language, String email, String organisation, Set<String> asked,
		Set<String> must, Set<String> mustNot) {

	Case {
		asked = Set.copyOf(asked);
		must = Set.copyOf(must);
		mustNot = Set.copyOf(mustNot);
	}

	@Override
	public String toString() {
		return "Case[" + applicationId + "]";
	}
}
