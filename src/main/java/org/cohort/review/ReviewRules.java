package org.cohort.review;

import java.util.Set;

import org.cohort.programme.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What a programme's settings say about reviews beyond their number and deadlines.
 *
 * @param cap most reviews of one reviewer in a round, unless noted otherwise about them; none is no limit
 * @param scoreGap scores of one application that lie further apart call one more reviewer; none is never
 * @param publicDomains mail domains that many people share
 */
record ReviewRules(@Nullable Integer cap, @Nullable Double scoreGap, Set<String> publicDomains) {

	static ReviewRules of(Settings settings) {
		return new ReviewRules(null, null, Set.of("gmail.com", "example.org"));
	}

	/** How many more reviews a reviewer takes who has this many in the round. */
	int room(Reviewer reviewer, int load) {
		Integer most = reviewer.cap() == null ? cap : reviewer.cap();
		return most == null ? Reviewer.HIGHEST_CAP : Math.max(0, most - load);
	}
}
