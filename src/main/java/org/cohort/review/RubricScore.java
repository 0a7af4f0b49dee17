package org.cohort.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.cohort.programme.Criterion;

/**
 * How points become a score. A criterion with the points 1 to {@code n} and {@code p} of them given counts
 * {@code (p - 1) / (n - 1)}; a review is the weighted mean of its criteria times 100; an application is the plain mean
 * of its reviews. Weighted means of anchored scales are the usual additive model of multi-criteria decisions
 * (Keeney and Raiffa, Decisions with Multiple Objectives, 1976). Confidence does not count: it is for the committee.
 */
final class RubricScore {

	/** The formula's name, kept beside every score so that a later one can be told apart. */
	static final String FORMULA = "mean-of-weighted-rubric/1";

	private RubricScore() {
	}

	/**
	 * The score of one review, 0 to 100.
	 *
	 * @throws IllegalArgumentException if a criterion has no points or points that its scale does not have
	 */
	static double ofReview(List<Criterion> rubric, Map<String, Integer> points) {
		List<String> missing = missing(rubric, points);
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException("Give points for every criterion of the rubric; missing: " + missing);
		}
		double sum = 0;
		double weights = 0;
		for (Criterion criterion : rubric) {
			double share = (points.get(criterion.key()) - 1.0) / (criterion.highest() - 1.0);
			sum += criterion.weight() * share;
			weights += criterion.weight();
		}
		return Math.clamp(100 * sum / weights, 0, 100);
	}

	/** The score of an application, 0 to 100: the mean of its reviews. */
	static double ofApplication(List<Double> reviews) {
		return Math.clamp(reviews.stream().mapToDouble(Double::doubleValue).average().orElseThrow(
				() -> new IllegalArgumentException("An application without reviews has no score")), 0, 100);
	}

	/** The keys of the criteria that have no points, or points outside their scale. */
	static List<String> missing(List<Criterion> rubric, Map<String, Integer> points) {
		List<String> missing = new ArrayList<>();
		for (Criterion criterion : rubric) {
			Integer given = points.get(criterion.key());
			if (given == null || given < 1 || given > criterion.highest()) {
				missing.add(criterion.key());
			}
		}
		return missing;
	}
}
