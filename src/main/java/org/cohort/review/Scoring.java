package org.cohort.review;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.programme.Programmes;
import org.cohort.review.Strictness.Rated;
import org.springframework.stereotype.Component;

/** Reads scores, raw and adjusted for strictness with all that was scored in the round so far. */
@Component
class Scoring {

	private final ReviewStore store;

	private final Programmes programmes;

	Scoring(ReviewStore store, Programmes programmes) {
		this.store = store;
		this.programmes = programmes;
	}

	List<Score> scores(Collection<UUID> applicationIds) {
		Map<UUID, Double> shift = new HashMap<>();
		for (UUID round : store.roundsOf(applicationIds)) {
			List<Rated> rated = store.rated(round);
			Strictness strictness = strictness(round, rated);
			rated.stream()
				.collect(Collectors.groupingBy(Rated::applicationId,
						Collectors.averagingDouble(one -> strictness.effect(one.reviewer()))))
				.forEach(shift::put);
		}
		return store.scores(applicationIds)
			.stream()
			.map(score -> new Score(score.applicationId(), score.value(),
					within(score.value() - shift.getOrDefault(score.applicationId(), 0.0)), score.reviews()))
			.toList();
	}

	/** The scored reviews of an application, without their reviewers, in no telling order. */
	List<Verdict> verdicts(UUID applicationId) {
		List<Review> scored = store.ofApplication(applicationId).stream()
			.filter(review -> review.state() == ReviewState.SCORED).toList();
		if (scored.isEmpty()) {
			return List.of();
		}
		Strictness strictness = strictness(scored.getFirst().roundId());
		return scored.stream()
			.map(review -> new Verdict(review.judgement().points(), review.judgement().confidence(),
					review.judgement().toCommittee(), review.value(),
					within(review.value() - strictness.effect(review.reviewer()))))
			.toList();
	}

	Strictness strictness(UUID roundId) {
		return strictness(roundId, store.rated(roundId));
	}

	private Strictness strictness(UUID roundId, List<Rated> rated) {
		return Strictness.of(rated, programmes.round(roundId).settings().review().reviewsForStrictness());
	}

	private static double within(double score) {
		return Math.clamp(score, 0, 100);
	}
}
