package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.cohort.mentorship.RunFixture;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Two programmes run side by side from their files alone, with other questions, seats and weeks. */
@ApplicationTest
class SecondProgrammeTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	ApplicationContext context;

	RunFixture run;

	Round first;

	Round second;

	@BeforeEach
	void bothAreOpen() {
		run = new RunFixture(context);
		first = open("default", "first-steps");
		second = open("writing-season", "writing-season");
	}

	@AfterEach
	void resetTheClock() {
		run.clock.reset();
	}

	@Test
	void eachAsksItsOwnQuestionsInItsOwnLanguages() {
		assertThat(mvc.get().uri("/")).bodyText().contains("/apply/" + first.slug(), "/apply/" + second.slug());
		assertThat(mvc.get().uri("/apply/{slug}", first.slug())).hasStatusOk().bodyText()
				.contains("q-motivation").doesNotContain("q-employer");
		assertThat(mvc.get().uri("/apply/{slug}", second.slug()).header(HttpHeaders.ACCEPT_LANGUAGE, "fr-CA"))
				.hasStatusOk().bodyText().contains("q-employer", "Pour qui travaillez-vous", "Vos textes")
				.doesNotContain("q-motivation");
	}

	@Test
	void eachTakesItsOwnAnswersAndRefusesThoseOfTheOther() {
		MultiValueMap<String, String> form = Forms.filled();
		assertThat(send(second, form)).isNull();
		UUID founding = send(first, form);
		MultiValueMap<String, String> writing = new LinkedMultiValueMap<>();
		writing.set("form", UUID.randomUUID().toString());
		writing.set("name", "Zoé Tremblay");
		writing.set("email", "zoe." + UUID.randomUUID().toString().substring(0, 8) + "@example.org");
		writing.set("q.employed", "no");
		writing.set("q.text", "A branch is a line of thought.");
		UUID other = send(second, writing);

		assertThat(applications.dossier(founding).entries()).extracting(Dossier.Entry::key).contains("motivation")
				.doesNotContain("text");
		assertThat(applications.dossier(other).entries()).extracting(Dossier.Entry::key).containsExactly("text");
		assertThat(applications.get(founding).programmeId()).isNotEqualTo(applications.get(other).programmeId());
	}

	@Test
	void eachRunsForItsOwnWeeksWithItsOwnSeats() {
		assertThat(List.of(first.seats(), second.seats())).containsExactly(5, 3);
		List.of(first, second).forEach(round -> programmes.markClosed(round.id()));
		UUID inFirst = run.agreed(first, "Amara", "maya.mentor");
		UUID inSecond = run.agreed(second, "Zoé", "maya.mentor");
		assertThat(run.weeks.plan(inFirst)).hasSize(10);
		assertThat(run.weeks.plan(inSecond)).hasSize(6);
	}

	private UUID send(Round round, MultiValueMap<String, String> form) {
		List<UUID> before = ids(round);
		mvc.post().uri("/apply/{slug}", round.slug()).params(form).with(csrf()).exchange();
		return ids(round).stream().filter(id -> !before.contains(id)).findFirst().orElse(null);
	}

	private List<UUID> ids(Round round) {
		return applications.inRound(round.id()).stream().map(Summary::id).toList();
	}

	private Round open(String file, String slug) {
		String own = "s" + UUID.randomUUID().toString().substring(0, 8);
		try (var resource = getClass().getResourceAsStream("/programmes/" + file + ".yaml")) {
			String yaml = new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("slug: " + slug, "slug: " + own);
			var programme = programmes.importYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "ada");
			var now = run.clock.instant();
			return programmes.openRound(programme.id(), new RoundPlan(own, "Round " + own, now.minusSeconds(60),
					now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(30)), programme.settings().seats()));
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}
}
