package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class ReviewerChoiceTests {

	private final List<String> reviewers = List.of("anna", "ben", "chidi", "dana");

	@Test
	void whoeverHasTheFewestOpenReviewsIsNext() {
		assertThat(ReviewerChoice.next(reviewers, Map.of("anna", 2, "ben", 1, "chidi", 3, "dana", 2), Set.of(), "seed"))
			.contains("ben");
	}

	@Test
	void whoeverIsExcludedIsNotAskedHoweverFree() {
		assertThat(ReviewerChoice.next(reviewers, Map.of("anna", 9, "chidi", 9, "dana", 9), Set.of("ben", "dana"), "seed"))
			.isPresent()
			.get()
			.isNotIn("ben", "dana");
	}

	@Test
	void nobodyIsLeftWhenEverybodyIsExcluded() {
		assertThat(ReviewerChoice.next(reviewers, Map.of(), Set.copyOf(reviewers), "seed")).isEmpty();
	}

	@Test
	void tiesFollowTheSeedAndNotTheOrderOfTheList() {
		assertThat(ReviewerChoice.next(reviewers, Map.of(), Set.of(), "one"))
			.isEqualTo(ReviewerChoice.next(reviewers.reversed(), Map.of(), Set.of(), "one"));
		Set<String> first = new HashSet<>();
		for (int i = 0; i < 50; i++) {
			first.add(ReviewerChoice.next(reviewers, Map.of(), Set.of(), "seed " + i).orElseThrow());
		}
		assertThat(first).containsExactlyInAnyOrderElementsOf(reviewers);
	}

	@Test
	void twoReviewsEachOfThirtyApplicationsAreSharedEvenly() {
		Map<String, Integer> open = new HashMap<>();
		for (int application = 0; application < 30; application++) {
			Set<String> asked = new HashSet<>();
			for (int slot = 0; slot < 2; slot++) {
				String next = ReviewerChoice.next(reviewers, open, asked, "application " + application).orElseThrow();
				asked.add(next);
				open.merge(next, 1, Integer::sum);
			}
		}
		assertThat(open.values()).allMatch(count -> count == 15);
	}
}
