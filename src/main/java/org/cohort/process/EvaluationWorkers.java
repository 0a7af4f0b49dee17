package org.cohort.process;

import java.util.List;
import java.util.Map;

import org.cohort.evaluation.Evaluations;
import org.cohort.evaluation.FollowUps;
import org.cohort.mentorship.Side;
import org.springframework.stereotype.Component;

/** Asks for the final evaluations and, later, for the follow-ups. */
@Component
class EvaluationWorkers {

	private final Evaluations evaluations;

	private final FollowUps followUps;

	EvaluationWorkers(Evaluations evaluations, FollowUps followUps) {
		this.evaluations = evaluations;
		this.followUps = followUps;
	}

	@Works("start-evaluation")
	Map<String, Object> startEvaluation(Job job) {
		var schedule = evaluations.request(job.uuid("participationId"));
		return Map.of("evaluateBy", schedule.closesAt().toString(), "remindEvaluationAt", schedule.remindAt().toString());
	}

	@Works("check-evaluation")
	Map<String, Object> checkEvaluation(Job job) {
		return Map.of("evaluated", evaluations.isWritten(job.uuid("participationId"), Side.MENTOR));
	}

	@Works("plan-follow-ups")
	Map<String, Object> planFollowUps(Job job) {
		List<Map<String, Object>> planned = followUps.plan(job.uuid("participationId"))
			.stream()
			.map(one -> Map.<String, Object>of("number", one.number(), "followUpKey", one.key(), "askAt",
					one.askAt().toString(), "remindAt", one.remindAt().toString(), "answerBy", one.answerBy().toString()))
			.toList();
		return Map.of("followUps", planned);
	}

	@Works("close-follow-up")
	void closeFollowUp(Job job) {
		followUps.close(job.uuid("participationId"), job.number("followUpNumber"));
	}
}
