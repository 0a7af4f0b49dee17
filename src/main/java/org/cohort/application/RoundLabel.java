package org.cohort.application;

import java.util.List;
import java.util.stream.Collectors;

import org.cohort.programme.Round;

/** A round as a list to choose from names it: with its programme, and its short name where two would read the same. */
record RoundLabel(Round round, String text) {

	static List<RoundLabel> of(List<Round> rounds) {
		var alike = rounds.stream().collect(Collectors.groupingBy(RoundLabel::words, Collectors.counting()));
		return rounds.stream().map(round -> new RoundLabel(round, alike.get(words(round)) == 1 ? words(round)
				: "%s (%s)".formatted(words(round), round.slug()))).toList();
	}

	private static String words(Round round) {
		String programme = round.programme().name();
		return round.title().equals(programme) ? round.title() : round.title() + " · " + programme;
	}
}
