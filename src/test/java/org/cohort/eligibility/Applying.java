package org.cohort.eligibility;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.programme.Programme;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People who apply in a fresh round of the founding programme. */
final class Applying {

	private final MockMvcTester mvc;

	private final Programmes programmes;

	private final Applications applications;

	private final Clock clock;

	Applying(MockMvcTester mvc, Programmes programmes, Applications applications, Clock clock) {
		this.mvc = mvc;
		this.programmes = programmes;
		this.applications = applications;
		this.clock = clock;
	}

	Programme programme() {
		try (InputStream file = getClass().getResourceAsStream("/programmes/default.yaml")) {
			return programmes.importYaml(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	Round round() {
		Instant now = clock.instant();
		String slug = "e" + UUID.randomUUID().toString().substring(0, 8);
		return programmes.openRound(programme().id(), new RoundPlan(slug, "Round " + slug, now,
				now.plus(Duration.ofDays(30)), now.plus(Duration.ofDays(60)), 5));
	}

	/** Somebody who has been programming for so many years. */
	UUID apply(Round round, String years) {
		String address = "amara." + UUID.randomUUID() + "@example.org";
		MvcTestResult sent = mvc.post().uri("/apply/" + round.slug()).with(csrf())
				.param("form", UUID.randomUUID().toString()).param("name", "Amara Okafor").param("email", address)
				.param("q.country", "NG").param("q.time-zone", "Africa/Lagos").param("q.years", years)
				.param("q.contributions", "3").param("q.hours-per-week", "12").param("q.experience", "A build.")
				.param("q.motivation", "To learn.").param("q.goals", "Reviews.").param("q.conduct", "yes").exchange();
		if (sent.getResponse().getStatus() >= 400) {
			throw new IllegalStateException("Not taken: " + sent.getResponse().getStatus());
		}
		return applications.inRound(round.id()).getLast().id();
	}
}
