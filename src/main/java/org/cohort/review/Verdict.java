package org.cohort.review;

import java.util.Map;

/**
 * One scored review without its reviewer.
 *
 * @param points by key of the rubric's criterion
 * @param confidence 1 (unsure) to 3 (sure)
 * @param toCommittee the reviewer's comment, maybe empty
 * @param value 0 to 100
 * @param adjusted 0 to 100: the value without what is known of the reviewer's strictness
 */
public record Verdict(Map<String, Integer> points, int confidence, String toCommittee, double value, double adjusted) {
}
