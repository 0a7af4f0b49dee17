package org.cohort.review;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a reviewer may get an application. Mail domains count as the same if they are equal or one lies below the
 * other; those of public mail services tell nothing and never count.
 *
 * @param today for who is away
 * @param publicDomains in small letters
 */
record Conflicts(LocalDate today, Set<String> publicDomains) {

	/** The first thing that speaks against it; what is nearest to the person comes first. */
	Optional<Bar> between(Reviewer reviewer, Case application) {
		String own = reviewer.person().email().strip().toLowerCase(Locale.ROOT);
		String theirs = application.email().strip().toLowerCase(Locale.ROOT);
		if (!own.isEmpty() && own.equals(theirs)) {
			return Optional.of(Bar.SAME_PERSON);
		}
		if (application.asked().contains(reviewer.username())) {
			return Optional.of(Bar.HAD_IT);
		}
		if (application.mustNot().contains(reviewer.username())) {
			return Optional.of(Bar.PINNED_AWAY);
		}
		String domain = domain(theirs);
		if (sameName(reviewer.organisation(), application.organisation())
				|| reviewer.domains().stream().anyMatch(mine -> related(mine, domain))) {
			return Optional.of(Bar.SAME_ORGANISATION);
		}
		if (related(domain(own), domain)) {
			return Optional.of(Bar.SAME_MAIL_DOMAIN);
		}
		if (!reviewer.reads(application.language())) {
			return Optional.of(Bar.LANGUAGE);
		}
		return reviewer.awayOn(today) ? Optional.of(Bar.AWAY) : Optional.empty();
	}

	/** Whether two mail domains speak for the same house. */
	boolean related(String one, String other) {
		if (one.isEmpty() || other.isEmpty() || publicDomains.contains(one) || publicDomains.contains(other)) {
			return false;
		}
		return one.equals(other) || one.endsWith("." + other) && other.contains(".")
				|| other.endsWith("." + one) && one.contains(".");
	}

	private static boolean sameName(String one, String other) {
		return !plain(one).isEmpty() && plain(one).equals(plain(other));
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
	}

	private static String domain(String address) {
		return address.substring(address.lastIndexOf('@') + 1);
	}
}
