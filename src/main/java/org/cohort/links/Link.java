package org.cohort.links;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that was opened and found good.
 *
 * @param subject what it is about: an application, a participation, a round
 * @param detail narrows the subject, such as the number of a week; empty when there is nothing to narrow
 */
public record Link(UUID id, LinkPurpose purpose, UUID subject, String detail, Instant expires) {
}
