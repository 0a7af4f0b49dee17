package org.cohort.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.cohort.mentorship.Side;

/** What one side says at the end about a participation, criterion by criterion, with advice for future mentors. */
public record Evaluation(UUID participationId, Side by, String author, Instant writtenAt, Content content) {

	/** One criterion's verdict and what it rests on. */
	public record Judgement(String criterion, Verdict verdict, String evidence) {

		public Judgement {
			tooLong(evidence);
		}
	}

	/** The words of an evaluation. */
	public record Content(List<Judgement> judgements, String advice) {

		public Content {
			judgements = List.copyOf(judgements);
			if (judgements.stream().map(Judgement::criterion).distinct().count() < judgements.size()) {
				throw new IllegalArgumentException("A criterion is judged once.");
			}
			tooLong(advice);
		}
	}

	private static final int LONGEST = 4000;

	public Optional<Judgement> judgement(String criterion) {
		return content.judgements().stream().filter(given -> given.criterion().equals(criterion)).findFirst();
	}

	private static void tooLong(String text) {
		if (text.length() > LONGEST) {
			throw new IllegalArgumentException("Please keep a text under %d characters.".formatted(LONGEST));
		}
	}
}
