package org.cohort.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets the next review: whoever has the fewest open ones in this round. Ties are drawn from the seed, so that the
 * same question always has the same answer and nobody is favoured by the alphabet.
 */
final class ReviewerChoice {

	private ReviewerChoice() {
	}

	/**
	 * @param reviewers everybody who could
	 * @param open open reviews in this round by reviewer; absent means none
	 * @param excluded who must not get this application
	 */
	static Optional<String> next(Collection<String> reviewers, Map<String, Integer> open, Set<String> excluded,
			String seed) {
		return reviewers.stream()
			.filter(reviewer -> !excluded.contains(reviewer))
			.min(Comparator.comparing((String reviewer) -> open.getOrDefault(reviewer, 0))
				.thenComparing(reviewer -> lot(seed, reviewer))
				.thenComparing(Comparator.naturalOrder()));
	}

	private static String lot(String seed, String reviewer) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest((seed + "\n" + reviewer).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java has SHA-256", impossible);
		}
	}
}
