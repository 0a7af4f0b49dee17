package org.cohort.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.evaluation.FollowUp.State;
import org.cohort.language.Sentences;
import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.mentorship.Participations;
import org.cohort.programme.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The questions months after a completed participation, and what became of the person. */
@Service
@Transactional
public class FollowUps {

	private final FollowUpStore followUps;

	private final Participations participations;

	private final Programmes programmes;

	private final Links links;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Sentences sentences;

	FollowUps(FollowUpStore followUps, Participations participations, Programmes programmes, Links links,
			AuditTrail audit, ApplicationEventPublisher events, Clock clock, Sentences sentences) {
		this.followUps = followUps;
		this.participations = participations;
		this.programmes = programmes;
		this.links = links;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
		this.sentences = sentences;
	}

	/** Plans the programme's follow-ups, counted from the end of the participation; planned once. */
	public List<FollowUp> plan(UUID participationId) {
		var participation = participations.get(participationId);
		var endedAt = participation.endedAt();
		if (endedAt == null) {
			throw new EvaluationRefused("Follow-ups are planned after the end; this participation %s."
				.formatted(participation.state().words()));
		}
		var settings = programmes.programme(participation.programmeId()).settings();
		int number = 1;
		for (var after : settings.followUps()) {
			var askAt = endedAt.plus(after);
			followUps.insert(new FollowUp(participationId, number++, askAt, askAt.plus(settings.remindFollowUpAfter()),
					askAt.plus(settings.followUpWithin()), State.PLANNED, Optional.empty()));
		}
		return followUps.of(participationId);
	}

	@Transactional(readOnly = true)
	public List<FollowUp> of(UUID participationId) {
		return followUps.of(participationId);
	}

	@Transactional(readOnly = true)
	public FollowUp get(UUID participationId, int number) {
		return followUps.get(participationId, number);
	}

	/** @throws EvaluationRefused if it was answered before, or it is too late */
	public void answer(UUID participationId, int number, FollowUp.Answer answer) {
		var followUp = followUps.lock(participationId, number);
		if (followUp.state() == State.ANSWERED) {
			throw new EvaluationRefused(sentences.say("follow-up.answered"));
		}
		if (followUp.state() == State.CLOSED) {
			throw new EvaluationRefused(sentences.say("follow-up.closed"));
		}
		var now = clock.instant();
		followUps.answer(followUp, answer, now);
		Outcome.of(followUps.of(participationId))
			.ifPresent(outcome -> followUps.record(participationId, outcome, number, now));
		audit.record("participant", "answer-follow-up", "participation", participationId, Integer.toString(number));
		events.publishEvent(new Evaluations.FollowUpAnswered(participationId, number));
	}

	/** No answer came in time; one that came stays. */
	public void close(UUID participationId, int number) {
		if (followUps.lock(participationId, number).state() == State.PLANNED) {
			followUps.close(participationId, number);
		}
	}

	LinkRef page(UUID participationId, int number) {
		return links.issue(LinkPurpose.FOLLOW_UP, participationId, Integer.toString(number),
				followUps.get(participationId, number).answerBy());
	}
}
