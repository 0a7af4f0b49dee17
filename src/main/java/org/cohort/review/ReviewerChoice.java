package org.cohort.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who gets the next review at once: whom a coordinator wants, else whoever has the fewest open ones in this round. Ties
 * are drawn from the seed, so that the same question always has the same answer and nobody is favoured by the alphabet.
 */
final class ReviewerChoice {

	private ReviewerChoice() {
	}

	/**
	 * Somebody who may get it.
	 *
	 * @param wanted whether a coordinator wants them to
	 * @param open open reviews in this round
	 */
	record Candidate(String reviewer, boolean wanted, int open) {
	}

	static Optional<String> next(Collection<Candidate> candidates, String seed) {
		return candidates.stream()
			.min(Comparator.comparing((Candidate candidate) -> !candidate.wanted())
				.thenComparing(Candidate::open)
				.thenComparing(candidate -> lot(seed, candidate.reviewer()))
				.thenComparing(Candidate::reviewer))
			.map(Candidate::reviewer);
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
