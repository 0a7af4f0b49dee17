package org.cohort.programme;

import org.jspecify.annotations.Nullable;

/** One thing by which the programme says that a participation was a success. */
public record SuccessCriterion(String key, String label, @Nullable String help) {

	public SuccessCriterion {
		Check.key(key, "The success criterion");
		label = Check.text(label, "The label of success criterion " + key);
	}
}
