package org.cohort.review;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether the day's work is due; tests do it themselves. */
@Component
@ConditionalOnBooleanProperty(name = "cohort.review.rounds", matchIfMissing = true)
class ReviewDayRounds {

	private final ReviewDay day;

	ReviewDayRounds(ReviewDay day) {
		this.day = day;
	}

	@Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
	void work() {
		day.work();
	}
}
