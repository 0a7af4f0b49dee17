package org.cohort.programme;

import org.jspecify.annotations.Nullable;

/** One thing by which the programme says that a participation was a success. */
public record SuccessCriterion(String key, Wording label, @Nullable Wording help) {

	public SuccessCriterion {
		Check.key(key, "The success criterion");
		label = Check.text(label, "The label of success criterion " + key);
	}

	SuccessCriterion spoken(String main) {
		return new SuccessCriterion(key, label.spoken(main), Wording.spoken(help, main));
	}
}
