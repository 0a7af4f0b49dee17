package org.cohort.reporting;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cohort.audit.AuditTrail;
import org.cohort.evaluation.Evaluation;
import org.cohort.evaluation.Evaluations;
import org.cohort.reporting.Reports.ConclusionsWritten;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where coordinators write the conclusions of a round: as often as they like, until they say that they are done. */
@Service
@Transactional
public class ConclusionsDesk {

	private final ConclusionsStore conclusions;

	private final Evaluations evaluations;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ConclusionsDesk(ConclusionsStore conclusions, Evaluations evaluations, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.conclusions = conclusions;
		this.evaluations = evaluations;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** Lays out a first draft with the advice from all evaluations, if nothing was written yet. */
	public void draft(UUID roundId) {
		if (conclusions.latest(roundId).isPresent()) {
			return;
		}
		var advice = evaluations.results(roundId)
			.stream()
			.flatMap(result -> Stream.concat(result.byMentor().stream(), result.byParticipant().stream()))
			.map(Evaluation::content)
			.map(Evaluation.Content::advice)
			.filter(words -> !words.isBlank())
			.collect(Collectors.joining("\n\n"));
		conclusions.insert(roundId, new Conclusions("", advice, false), "process", clock.instant());
	}

	@Transactional(readOnly = true)
	public Conclusions latest(UUID roundId) {
		return conclusions.latest(roundId).orElse(Conclusions.NONE);
	}

	/**
	 * Keeps what was written; once finished, nothing more is taken.
	 * @return whether it was kept
	 */
	public boolean save(UUID roundId, Conclusions written, String author) {
		if (latest(roundId).finished()) {
			return false;
		}
		conclusions.insert(roundId, written, author, clock.instant());
		audit.record(author, written.finished() ? "finish-conclusions" : "draft-conclusions", "round", roundId, "");
		if (written.finished()) {
			events.publishEvent(new ConclusionsWritten(roundId));
		}
		return true;
	}
}
