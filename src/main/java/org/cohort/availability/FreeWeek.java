package org.cohort.availability;

import java.time.LocalDate;

/**
 * One week of a run.
 *
 * @param number from 1
 * @param begins its first day
 * @param busy hours that commitments take in it
 * @param free hours that are left
 */
public record FreeWeek(int number, LocalDate begins, double busy, double free) {
}
