package org.cohort.mentorship;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One participant's run in a round. {@code code} is the application's code; the name is asked from `application`. */
public record Participation(UUID id, UUID applicationId, UUID roundId, UUID programmeId, String code,
		@Nullable String mentorUsername, State state, Instant startedAt, @Nullable Instant endedAt,
		@Nullable Ending endingOrNull) {

	/** The mentor's user name, once one is assigned. */
	public Optional<String> mentor() {
		return Optional.ofNullable(mentorUsername);
	}

	/** Why the participation ended before its time, if it did. */
	public Optional<Ending> ending() {
		return Optional.ofNullable(endingOrNull);
	}

	public boolean isMentoredBy(String username) {
		return username.equals(mentorUsername);
	}

	/** How far a participation is. The last two are final. */
	public enum State {

		STARTED("waits for a mentor"), AGREEING("waits for the agreement"), RUNNING("is running"),
		COMPLETED("is completed"), ENDED("ended early");

		private final String words;

		State(String words) {
			this.words = words;
		}

		public String words() {
			return words;
		}

		public boolean isFinal() {
			return this == COMPLETED || this == ENDED;
		}
	}
}
