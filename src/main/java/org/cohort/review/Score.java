package org.cohort.review;

import java.util.UUID;

/**
 * What an application's reviews make together.
 *
 * @param value 0 to 100: the mean of its reviews, each the weighted mean of its rubric points (docs/review.md)
 * @param adjusted 0 to 100: the same without what is known of its reviewers' strictness; {@code value} if nothing is
 * @param reviews how many reviews are in it, at least one
 */
public record Score(UUID applicationId, double value, double adjusted, int reviews) {

	public Score {
		if (!(value >= 0 && value <= 100) || !(adjusted >= 0 && adjusted <= 100)) {
			throw new IllegalArgumentException("A score lies between 0 and 100, not " + value + " or " + adjusted);
		}
		if (reviews < 1) {
			throw new IllegalArgumentException("A score needs at least one review");
		}
	}

	/** A score of which no adjustment is known. */
	public Score(UUID applicationId, double value, int reviews) {
		this(applicationId, value, value, reviews);
	}
}
