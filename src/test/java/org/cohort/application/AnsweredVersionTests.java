package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Questions may change while applications come in; who has answered keeps the question that was asked. */
@ApplicationTest
class AnsweredVersionTests {

	private static final String OLD = "What would you like to be able to do after the ten weeks?";

	private static final String NEW = "Where do you see yourself in ten years?";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Clock clock;

	@Test
	void oldAnswersKeepTheirQuestionAndNewOnesGetTheNewOne() throws IOException {
		String slug = "v" + UUID.randomUUID().toString().substring(0, 8);
		String yaml;
		try (var file = getClass().getResourceAsStream("/programmes/default.yaml")) {
			yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("slug: first-steps", "slug: " + slug);
		}
		var now = clock.instant();
		Round round = programmes.openRound(read(yaml), new RoundPlan(slug, slug, now.minusSeconds(1),
				now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)), 5));
		UUID before = apply(round);
		read(yaml.replace(OLD, NEW));
		UUID after = apply(round);

		assertThat(applications.dossier(before).toString()).contains(OLD).doesNotContain(NEW);
		assertThat(applications.dossier(after).toString()).contains(NEW).doesNotContain(OLD);
		var coordinator = SecurityMockMvcRequestPostProcessors.user("olga").roles("coordinators");
		assertThat(mvc.get().uri("/staff/applications/{id}", before).with(coordinator)).bodyText()
				.contains(OLD).doesNotContain(NEW);
	}

	private UUID read(String yaml) {
		return programmes.importYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "ada").id();
	}

	private UUID apply(Round round) {
		var known = applications.inRound(round.id()).stream().map(Summary::id).toList();
		assertThat(mvc.post().uri("/apply/{slug}", round.slug()).params(Forms.filled())
				.with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus3xxRedirection();
		return applications.inRound(round.id()).stream().map(Summary::id).filter(id -> !known.contains(id)).findFirst()
				.orElseThrow();
	}
}
