package org.cohort.evaluation;

import java.util.Optional;

import org.cohort.mentorship.Participation;

/** A participation with both sides' evaluations, each possibly missing, and what later became of the person. */
public record Result(Participation participation, Optional<Evaluation> byMentor, Optional<Evaluation> byParticipant,
		Optional<Outcome> outcome) {
}
