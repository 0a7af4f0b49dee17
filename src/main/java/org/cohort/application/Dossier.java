package org.cohort.application;

import java.util.List;
import java.util.UUID;

/**
 * What a reviewer sees of an application: its code and the answers that the programme marks visible in review and not
 * personal. No name, no address, no date.
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
}
