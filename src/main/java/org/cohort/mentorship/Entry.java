package org.cohort.mentorship;

import java.time.Instant;
import java.util.List;

/**
 * What one side wrote about a week: the mentor's log or the participant's check-in. A correction is a further
 * revision; the highest counts and the earlier ones are kept.
 */
public record Entry(Side by, String author, int revision, Instant writtenAt, boolean late, Content content) {

	/** The words and numbers of a log or a check-in. {@code wish} is the participant's, for the next week. */
	public record Content(Hours hours, String done, List<MergedChange> changes, String blockers, HowItGoes going,
			String wish) {

		private static final int LONGEST = 4000;

		private static final int MOST_CHANGES = 50;

		public Content {
			if (hours.moreThan(Hours.MOST_IN_A_WEEK)) {
				throw new IllegalArgumentException("That is more than %s in one week. Please check the number."
					.formatted(Hours.MOST_IN_A_WEEK));
			}
			if (done.isBlank()) {
				throw new IllegalArgumentException("Say in a few words what was done.");
			}
			for (var text : List.of(done, blockers, wish)) {
				if (text.length() > LONGEST) {
					throw new IllegalArgumentException("Please keep a text under %d characters.".formatted(LONGEST));
				}
			}
			if (changes.size() > MOST_CHANGES) {
				throw new IllegalArgumentException("At most %d changes fit into one week.".formatted(MOST_CHANGES));
			}
			if (changes.stream().map(MergedChange::link).distinct().count() < changes.size()) {
				throw new IllegalArgumentException("The same link is listed twice.");
			}
			changes = List.copyOf(changes);
		}
	}
}
