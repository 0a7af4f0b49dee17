package org.cohort.reporting.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.cohort.evaluation.Evaluation;
import org.cohort.evaluation.Result;
import org.cohort.evaluation.Verdict;
import org.cohort.programme.SuccessCriterion;

/** One success criterion: how often each side gave each verdict, and how often none was received. */
public record Criteria(String label, List<Count> mentors, List<Count> participants, long mentorsSilent,
		long participantsSilent) {

	/** How often a verdict was given. */
	public record Count(Verdict verdict, long times) {
	}

	/** Each criterion over the participations that were to be evaluated. */
	public static List<Criteria> of(List<SuccessCriterion> criteria, List<Result> evaluated) {
		return criteria.stream().map(criterion -> {
			var mentors = evaluated.stream().map(result -> verdict(result.byMentor(), criterion)).toList();
			var participants = evaluated.stream().map(result -> verdict(result.byParticipant(), criterion)).toList();
			return new Criteria(criterion.label().toString(), counts(mentors), counts(participants), silent(mentors),
					silent(participants));
		}).toList();
	}

	/** How often the mentors gave this verdict. */
	public long byMentors(Verdict verdict) {
		return times(mentors, verdict);
	}

	public long byParticipants(Verdict verdict) {
		return times(participants, verdict);
	}

	private static long times(List<Count> counts, Verdict verdict) {
		return counts.stream().filter(count -> count.verdict() == verdict).mapToLong(Count::times).sum();
	}

	private static List<Count> counts(List<Optional<Verdict>> given) {
		return Arrays.stream(Verdict.values())
			.map(verdict -> new Count(verdict, given.stream().filter(one -> one.equals(Optional.of(verdict))).count()))
			.toList();
	}

	private static long silent(List<Optional<Verdict>> given) {
		return given.stream().filter(Optional::isEmpty).count();
	}

	private static Optional<Verdict> verdict(Optional<Evaluation> evaluation, SuccessCriterion criterion) {
		return evaluation.flatMap(said -> said.judgement(criterion.key())).map(Evaluation.Judgement::verdict);
	}
}
