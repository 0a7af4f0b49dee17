package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cohort.review.ReviewerChoice.Candidate;
import org.junit.jupiter.api.Test;

class ReviewerChoiceTests {

	private final List<String> reviewers = List.of("anna", "ben", "chidi", "dana");

	@Test
	void whoeverHasTheFewestOpenReviewsIsNext() {
		assertThat(ReviewerChoice.next(candidates(Map.of("anna", 2, "ben", 1, "chidi", 3, "dana", 2), Set.of()), "seed"))
			.contains("ben");
	}

	@Test
	void whomACoordinatorWantsIsNextHoweverBusy() {
		List<Candidate> candidates = List.of(new Candidate("anna", false, 0), new Candidate("ben", true, 9));
		assertThat(ReviewerChoice.next(candidates, "seed")).contains("ben");
	}

	@Test
	void nobodyIsLeftWhenThereIsNoCandidate() {
		assertThat(ReviewerChoice.next(List.of(), "seed")).isEmpty();
	}

	@Test
	void tiesFollowTheSeedAndNotTheOrderOfTheList() {
		List<Candidate> all = candidates(Map.of(), Set.of());
		assertThat(ReviewerChoice.next(all, "one")).isEqualTo(ReviewerChoice.next(all.reversed(), "one"));
		Set<String> first = new HashSet<>();
		for (int i = 0; i < 50; i++) {
			first.add(ReviewerChoice.next(all, "seed " + i).orElseThrow());
		}
		assertThat(first).containsExactlyInAnyOrderElementsOf(reviewers);
	}

	@Test
	void twoReviewsEachOfThirtyApplicationsAreSharedEvenly() {
		Map<String, Integer> open = new HashMap<>();
		for (int application = 0; application < 30; application++) {
			Set<String> asked = new HashSet<>();
			for (int slot = 0; slot < 2; slot++) {
				String next = ReviewerChoice.next(candidates(open, asked), "application " + application).orElseThrow();
				asked.add(next);
				open.merge(next, 1, Integer::sum);
			}
		}
		assertThat(open.values()).allMatch(count -> count == 15);
	}

	private List<Candidate> candidates(Map<String, Integer> open, Set<String> excluded) {
		return reviewers.stream().filter(reviewer -> !excluded.contains(reviewer))
			.map(reviewer -> new Candidate(reviewer, false, open.getOrDefault(reviewer, 0))).toList();
	}
}
