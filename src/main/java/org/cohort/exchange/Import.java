package org.cohort.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file of applications that somebody brought.
 *
 * @param lines how many people stand in it
 * @param done of how many of them the outcome is known
 */
record Import(UUID id, UUID roundId, String fileName, Mapping mapping, State state, int lines, int done, String askedBy,
		Instant askedAt, @Nullable Instant finishedAt) {

	enum State {
		/** Waits for somebody to say which column is what. Its file is kept. */
		UPLOADED,
		/** Is being read in. */
		RUNNING,
		/** Somebody stopped it; what was read in until then stays. The file is gone. */
		STOPPED,
		/** Every line has an outcome. The file is gone. */
		DONE
	}

	/** What became, or would become, of a line. */
	enum Outcome {
		GOOD, STORED, THERE, TWICE, REFUSED, CLOSED, FAILED
	}

	/**
	 * One line of the report.
	 *
	 * @param line its number in the file
	 * @param code the code of the application, if there is one
	 * @param problems what is wrong, in words
	 */
	record Line(int line, Outcome outcome, @Nullable UUID applicationId, @Nullable String code, List<String> problems) {
	}
}
