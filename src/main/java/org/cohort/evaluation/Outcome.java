package org.cohort.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of a participant, as their latest answered follow-up says. Silence is not an outcome. */
public enum Outcome {

	REGULAR_CONTRIBUTOR("regular-contributor", "Contributes regularly"),
	OCCASIONAL_CONTRIBUTOR("occasional-contributor", "Contributes now and then"),
	NOT_CONTRIBUTING("not-contributing", "Does not contribute at the moment");

	private final String word;

	private final String label;

	Outcome(String word, String label) {
		this.word = word;
		this.label = label;
	}

	public String word() {
		return word;
	}

	public String label() {
		return label;
	}

	/** Weekly and monthly contributors count as regular. */
	static Outcome of(Contributing contributing) {
		return switch (contributing) {
			case EVERY_WEEK, EVERY_MONTH -> REGULAR_CONTRIBUTOR;
			case NOW_AND_THEN -> OCCASIONAL_CONTRIBUTOR;
			case NOT_AT_THE_MOMENT -> NOT_CONTRIBUTING;
		};
	}

	/** The outcome that all follow-ups of one participation give together; none while nothing was answered. */
	static Optional<Outcome> of(List<FollowUp> followUps) {
		return followUps.stream()
			.filter(followUp -> followUp.answer().isPresent())
			.max(Comparator.comparingInt(FollowUp::number))
			.flatMap(FollowUp::answer)
			.map(answer -> of(answer.contributing()));
	}
}
