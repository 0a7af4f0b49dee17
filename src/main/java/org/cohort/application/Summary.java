package org.cohort.application;

import java.time.Instant;
import java.util.UUID;

/** One line of a list of applications, without the person. */
public record Summary(UUID id, String code, Stage stage, Instant submittedAt) {
}
