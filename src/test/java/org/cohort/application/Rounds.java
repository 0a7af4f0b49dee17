package org.cohort.application;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.cohort.programme.Programme;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;

/** Fresh rounds for tests. */
final class Rounds {

	private Rounds() {
	}

	/** An open round of the founding programme that closes in a week. */
	static Round open(Programmes programmes, Clock clock) {
		Instant now = clock.instant();
		String slug = "r" + UUID.randomUUID().toString().substring(0, 8);
		return programmes.openRound(programme(programmes).id(), new RoundPlan(slug, "Round " + slug,
				now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(30)), 5));
	}

	static Programme programme(Programmes programmes) {
		try (InputStream file = Rounds.class.getResourceAsStream("/programmes/default.yaml")) {
			return programmes.importYaml(file);
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}
}
