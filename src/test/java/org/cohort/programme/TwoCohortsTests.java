package org.cohort.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two Cohorts on one database: neither keeps settings that the other has changed. */
@ApplicationTest
class TwoCohortsTests {

	@Autowired
	Programmes programmes;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MovableClock clock;

	@Test
	void aProgrammeThatAnotherCohortChangedIsAtOnceAsItIsNow() throws Exception {
		Round round = round();
		assertThat(programmes.roundBySlug(round.slug())).get().extracting(found -> found.settings().seats()).isEqualTo(5);
		Settings changed = read(programmes.exportYaml(round.programmeId()).replaceFirst("(?m)^  seats: 5$", "  seats: 7"))
				.settings();

		var other = new ProgrammeTable(jdbc, new SettingsOfVersions(jdbc));
		transaction.executeWithoutResult(status -> other.change(round.programmeId(), "As before", changed,
				new ProgrammeTable.Change("seats", "ada", clock.instant())));

		assertThat(programmes.roundBySlug(round.slug())).get().extracting(found -> found.settings().seats()).isEqualTo(7);
		assertThat(transaction.<Integer>execute(status -> programmes.hold(round.slug()).orElseThrow().settings().seats()))
				.isEqualTo(7);
		assertThat(programmes.programme(round.programmeId()).settings()).isEqualTo(changed);
	}

	@Test
	void aChangeThatWasTakenBackIsNotRemembered() {
		Round round = round();
		Settings before = round.settings();
		Settings never = read(programmes.exportYaml(round.programmeId()).replaceFirst("(?m)^  seats: 5$", "  seats: 9"))
				.settings();

		transaction.executeWithoutResult(status -> {
			programmes.change(round.programmeId(), new ProgrammeTree("As before", never), "seats", "ada");
			assertThat(programmes.roundBySlug(round.slug())).get().extracting(Round::settings).isEqualTo(never);
			status.setRollbackOnly();
		});

		assertThat(programmes.roundBySlug(round.slug())).get().extracting(Round::settings).isEqualTo(before);
	}

	private Round round() {
		String slug = "t" + UUID.randomUUID().toString().substring(0, 8);
		try (InputStream file = getClass().getResourceAsStream("/programmes/default.yaml")) {
			String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			Instant now = clock.instant();
			Programme programme = programmes.importYaml(new ByteArrayInputStream(
					yaml.replace("slug: first-steps", "slug: " + slug).getBytes(StandardCharsets.UTF_8)));
			return programmes.openRound(programme.id(), new RoundPlan(slug, "Round " + slug,
					now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(30)), 5));
		}
		catch (java.io.IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	private static ProgrammeFile read(String yaml) {
		return ProgrammeFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
	}
}
