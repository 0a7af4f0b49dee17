package org.cohort.programme;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How applications are screened. Everything has a value if the programme says nothing.
 *
 * @param repositories in which an applicant's commits are counted, as information
 * @param evidenceMonths how many months back commits are counted
 * @param evidenceInReview whether reviewers see the counts too, without any address
 * @param answerWithin time to answer when a coordinator asks for more; {@code remindAnswerAfter} is shorter
 * @param appealWithin time to appeal after being told of not being eligible; zero if nobody can
 */
public record ScreeningSettings(List<Repository> repositories, Integer evidenceMonths, Boolean evidenceInReview,
		Duration answerWithin, Duration remindAnswerAfter, Duration appealWithin) {

	/**
	 * A repository of the project that participants join.
	 *
	 * @param name as people know it
	 * @param url where it is fetched from
	 * @param mirror folder on Cohort's machine in which a copy is kept up to date by somebody else; used instead
	 */
	public record Repository(String name, @Nullable String url, @Nullable String mirror) {

		public Repository {
			name = Check.text(name, "The name of a repository");
			if (url == null && mirror == null) {
				throw new IllegalArgumentException("The repository " + name + " needs a url or a mirror.");
			}
			if (url != null && !fetchable(url)) {
				throw new IllegalArgumentException("The url of repository " + name
						+ " must begin with https:// or http:// and name a host, without a password.");
			}
			if (mirror != null && (!mirror.startsWith("/") || mirror.contains(".."))) {
				throw new IllegalArgumentException("The mirror of repository " + name
						+ " must be a folder's full path, beginning with /.");
			}
		}

		private static boolean fetchable(String url) {
			try {
				URI uri = new URI(url);
				return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
						&& uri.getUserInfo() == null;
			}
			catch (URISyntaxException wrong) {
				return false;
			}
		}
	}

	/** What holds where a programme says nothing: no repositories. */
	public static final ScreeningSettings USUAL = new ScreeningSettings(null, null, null, null, null, null);

	/** Whether somebody who is not eligible can appeal. */
	public boolean hearsAppeals() {
		return appealWithin.isPositive();
	}

	public ScreeningSettings {
		repositories = repositories == null ? List.of() : List.copyOf(repositories);
		Check.distinct(repositories, Repository::name, "The repository");
		evidenceMonths = Check.between(evidenceMonths == null ? 24 : evidenceMonths, 1, 240, "The months of evidence");
		evidenceInReview = Boolean.TRUE.equals(evidenceInReview);
		answerWithin = answerWithin == null ? Duration.ofDays(7) : Check.positive(answerWithin, "answer-within");
		// half the time to answer, unless the programme says when
		remindAnswerAfter = remindAnswerAfter == null ? answerWithin.dividedBy(2)
				: Check.before(remindAnswerAfter, answerWithin, "remind-answer-after");
		appealWithin = appealWithin == null ? Duration.ofDays(14) : Check.notNegative(appealWithin, "appeal-within");
	}
}
