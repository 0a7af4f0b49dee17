package org.cohort.programme;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * How reviews are given out and what reviewers see of each other. Everything has a value if the programme says nothing.
 *
 * @param mostPerReviewer reviews that one reviewer gets at most in a round, if {@code caps} says nothing else
 * @param caps most reviews of single reviewers, by user name
 * @param scoreGap points (0 to 100) between two scores from which on a third reviewer is called; nothing if never
 * @param afterwards what reviewers see of the other reviews of an application, once they have sent their own
 * @param languages in which applications may be written and reviewers are asked which they read; empty if it does not
 * matter
 * @param publicMailDomains mail domains that many people share, so that the same one is no conflict of interest
 * @param digest whether reviewers get a mail a day while something waits for them; they do if unsaid
 * @param redactFirst whether reviews begin only when a coordinator has looked for what identifies; not if unsaid
 * @param reviewsForStrictness scored reviews in a round from which on a reviewer's scores are adjusted for how strict
 * they are
 */
public record ReviewSettings(Integer mostPerReviewer, Map<String, Integer> caps, @Nullable Double scoreGap,
		Afterwards afterwards, List<String> languages, List<String> publicMailDomains, @Nullable Boolean digest,
		@Nullable Boolean redactFirst, Integer reviewsForStrictness) {

	/** What reviewers see of other reviews, after their own. */
	public enum Afterwards {

		/** Nothing, ever. */
		NOTHING,
		/** The scores, without names. */
		SCORES,
		/** The scores and the comments to the committee, without names. */
		SCORES_AND_COMMENTS
	}

	private static final List<String> PUBLIC = List.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
			"live.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.net", "gmx.de", "gmx.com", "web.de",
			"mail.com", "proton.me", "protonmail.com", "tutanota.com", "fastmail.com", "posteo.de", "mailbox.org",
			"zoho.com", "yandex.com", "qq.com", "163.com", "126.com", "naver.com", "free.fr", "orange.fr", "laposte.net",
			"libero.it", "walla.co.il");

	/** What holds where a programme says nothing: no third reviewer is called. */
	public static final ReviewSettings USUAL = new ReviewSettings(null, null, null, null, null, null, null,
			null, null);

	public ReviewSettings {
		mostPerReviewer = Check.between(mostPerReviewer == null ? 30 : mostPerReviewer, 1, 1000,
				"The most reviews of a reviewer");
		caps = caps == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(caps));
		caps.forEach((reviewer, most) -> Check.between(most == null ? -1 : most, 0, 1000,
				"The most reviews of " + reviewer));
		if (scoreGap != null) {
			Check.between(scoreGap, 1, 100, "The score gap");
		}
		afterwards = afterwards == null ? Afterwards.NOTHING : afterwards;
		languages = languages == null ? List.of() : List.copyOf(languages);
		languages.forEach(Wording::language);
		publicMailDomains = publicMailDomains == null ? PUBLIC
				: publicMailDomains.stream().map(domain -> Check.domain(domain, "The public mail domain")
						.toLowerCase(Locale.ROOT)).distinct().toList();
		digest = !Boolean.FALSE.equals(digest);
		redactFirst = Boolean.TRUE.equals(redactFirst);
		reviewsForStrictness = Check.between(reviewsForStrictness == null ? 5 : reviewsForStrictness, 2, 100,
				"The reviews from which on strictness is adjusted");
	}

	/** Most reviews that this reviewer gets in a round. */
	public int most(String reviewer) {
		return caps.getOrDefault(reviewer, mostPerReviewer);
	}
}
