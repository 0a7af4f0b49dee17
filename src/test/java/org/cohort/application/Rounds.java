package org.cohort.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

	/** An open round of a programme of its own, which asks these questions besides, written as in a programme's file. */
	static Round asking(String questions, Programmes programmes, Clock clock) {
		String slug = "q" + UUID.randomUUID().toString().substring(0, 8);
		try (InputStream file = Rounds.class.getResourceAsStream("/programmes/default.yaml")) {
			String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8)
					.replace("slug: first-steps", "slug: " + slug)
					.replace("    - key: conduct\n", questions.indent(4) + "    - key: conduct\n");
			UUID programme = programmes.importYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).id();
			Instant now = clock.instant();
			return programmes.openRound(programme, new RoundPlan(slug, "Round " + slug, now.minus(Duration.ofMinutes(1)),
					now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(30)), 5));
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
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
