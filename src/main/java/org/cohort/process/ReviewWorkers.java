package org.cohort.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

import org.cohort.review.Assignment;
import org.cohort.review.Reviews;
import org.cohort.review.Score;
import org.springframework.stereotype.Component;

/** The jobs of the process {@code review}. */
@Component
class ReviewWorkers {

	private final Reviews reviews;

	ReviewWorkers(Reviews reviews) {
		this.reviews = reviews;
	}

	@Works("start-review")
	Map<String, Object> startReview(Job job) {
		Reviews.Plan plan = reviews.start(job.uuid("applicationId"));
		return Map.of("slots", IntStream.rangeClosed(1, plan.slots()).boxed().toList(), "redactFirst", plan.redactFirst());
	}

	@Works("assign-reviewer")
	Map<String, Object> assignReviewer(Job job) {
		Optional<Assignment> assignment = reviews.assign(job.uuid("applicationId"), job.number("slot"));
		Map<String, Object> variables = new HashMap<>();
		variables.put("slotKey", ReviewMessages.slotKey(job.uuid("applicationId"), job.number("slot")));
		variables.put("reviewId", assignment.map(found -> found.reviewId().toString()).orElse(null));
		variables.put("reviewer", assignment.map(Assignment::reviewer).orElse(null));
		assignment.ifPresent(found -> variables.putAll(deadlines(found)));
		return variables;
	}

	@Works("skip-slot")
	void skipSlot(Job job) {
		reviews.skipSlot(job.uuid("applicationId"), job.number("slot"));
	}

	@Works("check-review")
	Map<String, Object> checkReview(Job job) {
		return Map.of("reviewResult", reviews.state(job.uuid("reviewId")).result());
	}

	@Works("resolve-overdue-review")
	Map<String, Object> resolveOverdueReview(Job job) {
		UUID reviewId = job.uuid("reviewId");
		switch (job.optionalText("overdueDecision").orElse("extend")) {
			case "reassign" -> reviews.release(reviewId, "coordinators");
			case "skip" -> reviews.skip(reviewId, "coordinators");
			default -> {
				return deadlines(reviews.extend(reviewId, "coordinators"));
			}
		}
		return deadlines(reviews.assignment(reviewId));
	}

	@Works("compare-scores")
	Map<String, Object> compareScores(Job job) {
		int asked = job.list("slots").stream().mapToInt(slot -> ((Number) slot).intValue()).max().orElse(0);
		OptionalInt another = reviews.another(job.uuid("applicationId"), asked);
		return Map.of("anotherReview", another.isPresent(), "slots", another.stream().boxed().toList());
	}

	@Works("combine-scores")
	Map<String, Object> combineScores(Job job) {
		Optional<Score> score = reviews.combine(job.uuid("applicationId"));
		return Map.of("reviews", score.map(Score::reviews).orElse(0));
	}

	private static Map<String, Object> deadlines(Assignment assignment) {
		return Map.of("reviewBy", assignment.dueAt().toString(), "remindReviewAt", assignment.remindAt().toString());
	}
}
