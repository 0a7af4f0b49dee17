package org.cohort.process;

import java.util.Map;

import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Side;
import org.springframework.stereotype.Component;

/** Tells the processes what mentors and participants did. */
@Component
class MentorshipMessages {

	private final Messages messages;

	private final Participations participations;

	MentorshipMessages(Messages messages, Participations participations) {
		this.messages = messages;
		this.participations = participations;
	}

	@EngineListener
	void on(Participations.Started event) {
		var participation = participations.get(event.participationId());
		messages.publish("participation-started", event.participationId(),
				Map.of("participationId", event.participationId().toString(), "applicationId",
						participation.applicationId().toString(), "roundId", event.roundId().toString(), "programmeId",
						participation.programmeId().toString(), "code", participation.code()));
	}

	/** The mentor confirms in Tasklist itself, so only the participant's word has to be carried there. */
	@EngineListener
	void on(Participations.AgreementConfirmed event) {
		if (event.by().equals(Side.PARTICIPANT.word())) {
			messages.publish("agreement-confirmed", event.participationId(), Map.of());
		}
	}

	@EngineListener
	void on(Participations.Logged event) {
		messages.publish("week-logged", event.participationId() + ":" + event.week(), Map.of());
	}

	@EngineListener
	void on(Participations.CheckedIn event) {
		messages.publish("checked-in", event.participationId() + ":" + event.week(), Map.of());
	}

	@EngineListener
	void on(Participations.Ended event) {
		messages.publish("participation-ended", event.participationId(), Map.of("reason", event.reason()));
	}

	@EngineListener
	void on(Participations.Completed event) {
		messages.publish("participation-completed", event.participationId(),
				Map.of("participationId", event.participationId().toString(), "roundId", event.roundId().toString()));
	}

	@EngineListener
	void on(Participations.RunStarted event) {
		messages.publish("run-started", event.roundId(), Map.of("roundId", event.roundId().toString()));
	}

	@EngineListener
	void on(Participations.RunCompleted event) {
		messages.publish("run-completed", event.roundId(), Map.of());
	}
}
