package org.cohort.programme;

import java.time.Instant;
import java.util.UUID;

/**
 * What a programme was.
 *
 * @param id by which applications point to it
 * @param number counted from 1 for each programme
 * @param settings as they were stored, in JSON: what was right then may be refused today
 * @param what was changed, in a few words
 * @param author who changed it: a user name, or Cohort
 */
public record ProgrammeVersion(long id, UUID programmeId, int number, String name, String settings, String what,
		String author, Instant madeAt) {
}
