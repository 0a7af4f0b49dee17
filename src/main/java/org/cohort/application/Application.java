package org.cohort.application;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One person in one round, without the person: who it is, is in {@link Contact}.
 *
 * @param code by which staff speak of it, such as {@code K7QM-2X}; it means nothing
 * @param confirmedAt when the e-mail address was proved, if it was
 * @param programmeVersion the version of the programme whose questions were answered
 */
public record Application(UUID id, UUID roundId, UUID programmeId, String code, Stage stage, Instant stageSince,
		Instant submittedAt, @Nullable Instant confirmedAt, long programmeVersion) {
}
