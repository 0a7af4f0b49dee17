package org.cohort.application;

/**
 * What the selection may balance beside demographics.
 *
 * @param region part of the world, such as {@code western-africa}; {@code unknown} if no country was asked
 * @param timeZoneBand such as {@code utc-4-to-utc-2}
 * @param experienceBand such as {@code years-2-to-4}
 */
public record Attributes(String region, String timeZoneBand, String experienceBand) {
}
