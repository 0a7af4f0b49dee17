package org.cohort.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.language.Sentences;
import org.cohort.links.LinkPurpose;
import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.mentorship.Participation;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Side;
import org.cohort.programme.Programmes;
import org.cohort.programme.SuccessCriterion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The final evaluations: mentor and participant each judge the programme's success criteria once, within the same
 * time. What is written stays as it is.
 */
@Service
@Transactional
public class Evaluations {

	private final EvaluationStore evaluations;

	private final FollowUpStore followUps;

	private final Participations participations;

	private final Programmes programmes;

	private final Links links;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Sentences sentences;

	Evaluations(EvaluationStore evaluations, FollowUpStore followUps, Participations participations,
			Programmes programmes, Links links, AuditTrail audit, ApplicationEventPublisher events, Clock clock,
			Sentences sentences) {
		this.evaluations = evaluations;
		this.followUps = followUps;
		this.participations = participations;
		this.programmes = programmes;
		this.links = links;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
		this.sentences = sentences;
	}

	/** One side evaluated a participation; {@code by} is «mentor» or «participant». */
	public record Evaluated(UUID participationId, String by) {
	}

	/** A former participant answered a follow-up. */
	public record FollowUpAnswered(UUID participationId, int number) {
	}

	/** When both sides are reminded, and until when they can evaluate. */
	public record Schedule(Instant remindAt, Instant closesAt) {
	}

	/** Asks both sides; asked again, the first time limits stay. */
	public Schedule request(UUID participationId) {
		var settings = programmes.programme(participations.get(participationId).programmeId()).settings();
		var now = clock.instant();
		evaluations.request(participationId, now, new Schedule(now.plus(settings.remindEvaluationAfter()),
				now.plus(settings.evaluationWithin())));
		return evaluations.schedule(participationId).orElseThrow();
	}

	@Transactional(readOnly = true)
	public Optional<Schedule> schedule(UUID participationId) {
		return evaluations.schedule(participationId);
	}

	/** The criteria that a participation is judged by. */
	@Transactional(readOnly = true)
	public List<SuccessCriterion> criteria(UUID participationId) {
		return programmes.programme(participations.get(participationId).programmeId()).settings().successCriteria();
	}

	@Transactional(readOnly = true)
	public Optional<Evaluation> find(UUID participationId, Side side) {
		return evaluations.find(participationId, side);
	}

	@Transactional(readOnly = true)
	public boolean isWritten(UUID participationId, Side side) {
		return evaluations.find(participationId, side).isPresent();
	}

	/** Why this side cannot evaluate now; empty when it can. */
	@Transactional(readOnly = true)
	public Optional<String> closedFor(UUID participationId, Side side) {
		if (isWritten(participationId, side)) {
			return Optional.of(sentences.say("evaluation.closed.written"));
		}
		if (participations.get(participationId).state() == Participation.State.ENDED) {
			return Optional.of(sentences.say("evaluation.closed.ended-early"));
		}
		var schedule = evaluations.schedule(participationId);
		if (schedule.isEmpty()) {
			return Optional.of(sentences.say("evaluation.closed.not-begun"));
		}
		if (!schedule.get().closesAt().isAfter(clock.instant())) {
			return Optional.of(sentences.say("evaluation.closed.over"));
		}
		return Optional.empty();
	}

	/** @throws EvaluationRefused if somebody else is the mentor, it is not the time, or it is written already */
	public void evaluateByMentor(UUID participationId, String username, Evaluation.Content content) {
		if (!participations.get(participationId).isMentoredBy(username)) {
			throw new EvaluationRefused("Only the mentor of this participation evaluates it.");
		}
		write(participationId, Side.MENTOR, username, content);
	}

	/** @throws EvaluationRefused if it is not the time, or it is written already */
	public void evaluateByParticipant(UUID participationId, Evaluation.Content content) {
		write(participationId, Side.PARTICIPANT, "participant", content);
	}

	private void write(UUID participationId, Side side, String author, Evaluation.Content content) {
		evaluations.lock(participationId);
		closedFor(participationId, side).ifPresent(reason -> {
			throw new EvaluationRefused(reason);
		});
		var judged = content.judgements().stream().map(Evaluation.Judgement::criterion).toList();
		var asked = criteria(participationId).stream().map(SuccessCriterion::key).toList();
		if (!judged.containsAll(asked) || !asked.containsAll(judged)) {
			throw new EvaluationRefused(sentences.say("evaluation.closed.criteria-changed"));
		}
		evaluations.insert(new Evaluation(participationId, side, author, clock.instant(), content));
		audit.record(author, "evaluate", "participation", participationId, side.word());
		events.publishEvent(new Evaluated(participationId, side.word()));
	}

	/** All participations of a round with what was said about them at the end and later. */
	@Transactional(readOnly = true)
	public List<Result> results(UUID roundId) {
		return participations.inRound(roundId)
			.stream()
			.map(one -> new Result(one, find(one.id(), Side.MENTOR), find(one.id(), Side.PARTICIPANT),
					Outcome.of(followUps.of(one.id()))))
			.toList();
	}

	/** The participant's link to their evaluation; it stays readable for as long again as it can be written. */
	LinkRef page(UUID participationId) {
		var settings = programmes.programme(participations.get(participationId).programmeId()).settings();
		var closesAt = evaluations.schedule(participationId).orElseThrow().closesAt();
		return links.issue(LinkPurpose.EVALUATION, participationId, "", closesAt.plus(settings.evaluationWithin()));
	}
}
