package org.cohort.review;

import org.cohort.programme.ReviewSettings;
import org.cohort.programme.Settings;

/** What a programme's settings and the notes about reviewers say together. */
record ReviewRules(ReviewSettings settings) {

	static ReviewRules of(Settings settings) {
		return new ReviewRules(settings.review());
	}

	/** Most reviews of a reviewer in a round: as noted about them, else as the programme says. */
	int most(Reviewer reviewer) {
		return reviewer.cap() == null ? settings.most(reviewer.username()) : reviewer.cap();
	}

	/** How many more reviews a reviewer takes who has this many in the round. */
	int room(Reviewer reviewer, int load) {
		return Math.max(0, most(reviewer) - load);
	}
}
