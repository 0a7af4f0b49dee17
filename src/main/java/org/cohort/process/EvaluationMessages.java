package org.cohort.process;

import java.util.Map;

import org.cohort.evaluation.Evaluations;
import org.springframework.stereotype.Component;

/** Tells the processes who evaluated, and who answered a follow-up. */
@Component
class EvaluationMessages {

	private final Messages messages;

	EvaluationMessages(Messages messages) {
		this.messages = messages;
	}

	@EngineListener
	void on(Evaluations.Evaluated event) {
		messages.publish(event.by().equals("mentor") ? "evaluated-by-mentor" : "evaluated-by-participant",
				event.participationId(), Map.of());
	}

	@EngineListener
	void on(Evaluations.FollowUpAnswered event) {
		messages.publish("follow-up-answered", event.participationId() + ":" + event.number(), Map.of());
	}
}
