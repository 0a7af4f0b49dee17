package org.cohort.selection.optimiser;

import java.util.List;

/**
 * Applicants who are the same to the objective and to every hard limit.
 *
 * @param features sorted indexes: targets first, then pairs and groups that are limited
 * @param members indexes into the instance's people, strongest first, then by lot
 * @param pinned all of them must be chosen
 */
record Kind(int[] features, List<Integer> members, boolean pinned) {
}
