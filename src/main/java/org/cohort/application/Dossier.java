package org.cohort.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a reviewer sees of an application: its code and the answers that the programme marks visible in review and not
 * personal, without the passages that a coordinator blacked out. No name, no address, no date.
 */
public record Dossier(UUID applicationId, UUID roundId, String code, List<Entry> entries) {

	/**
	 * One question with its answer; choices are given by their labels.
	 *
	 * @param answers empty if the question was not answered; of a file only what kind it is, not its name
	 * @param file whether the answer is a file that can be had
	 */
	public record Entry(String key, String section, String label, List<String> answers, boolean file) {
	}

	/** A part of an answer: words, or the bar in place of what a coordinator blacked out. */
	public record Piece(String text, boolean blackedOut) {
	}

	/** An answer in parts, so that a page can tell a bar from words. */
	public static List<Piece> pieces(String answer) {
		List<Piece> pieces = new ArrayList<>();
		String[] words = answer.split(Blackout.BAR, -1);
		for (int part = 0; part < words.length; part++) {
			if (part > 0) {
				pieces.add(new Piece(Blackout.BAR, true));
			}
			if (!words[part].isEmpty()) {
				pieces.add(new Piece(words[part], false));
			}
		}
		return pieces;
	}

	/** All answers, one after the other. */
	List<String> texts() {
		return entries.stream().flatMap(entry -> entry.answers().stream()).toList();
	}

	/** The same with bars in place of these passages. */
	Dossier without(Collection<String> passages) {
		return new Dossier(applicationId, roundId, code, entries.stream()
			.map(entry -> new Entry(entry.key(), entry.section(), entry.label(),
					entry.answers().stream().map(answer -> Blackout.apply(answer, passages)).toList(), entry.file()))
			.toList());
	}
}
