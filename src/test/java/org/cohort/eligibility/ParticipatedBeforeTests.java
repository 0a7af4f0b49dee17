package org.cohort.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.programme.Programme;
import org.cohort.programme.Programmes;
import org.cohort.programme.RoundPlan;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class ParticipatedBeforeTests {

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Screenings screenings;

	@Autowired
	MockMvcTester mvc;

	Programme programme;

	@BeforeEach
	void programme() throws IOException {
		try (InputStream file = getClass().getResourceAsStream("/programmes/default.yaml")) {
			programme = programmes.importYaml(file);
		}
	}

	@Test
	void whoTookAPlaceInAnEarlierRoundIsRecognisedByTheAddress() {
		String address = "again." + UUID.randomUUID() + "@example.org";
		UUID earlier = apply(1, address);
		UUID later = apply(2, address.toUpperCase(Locale.ROOT));
		assertThat(participatedBefore(later)).isEqualTo(false);
		applications.advance(earlier, Stage.ACCEPTED);
		assertThat(participatedBefore(later)).isEqualTo(true);
		assertThat(participatedBefore(earlier)).as("the round itself is no earlier one").isEqualTo(false);
		assertThat(participatedBefore(apply(3, "other." + address))).isEqualTo(false);
	}

	private Object participatedBefore(UUID application) {
		return screenings.decisionInput(application).get("participatedBefore");
	}

	private UUID apply(int months, String address) {
		Instant now = Instant.now();
		String slug = "p" + UUID.randomUUID().toString().substring(0, 8);
		UUID round = programmes.openRound(programme.id(), new RoundPlan(slug, slug, now, now.plus(Duration.ofDays(5)),
				now.plus(Duration.ofDays(30 * months)), 5)).id();
		mvc.post().uri("/apply/" + slug).with(csrf()).param("form", UUID.randomUUID().toString()).param("name", "Amara")
				.param("email", address).param("q.country", "NG").param("q.time-zone", "Africa/Lagos")
				.param("q.years", "3").param("q.contributions", "0").param("q.hours-per-week", "12")
				.param("q.experience", "A build.").param("q.motivation", "To learn.").param("q.goals", "Reviews.")
				.param("q.conduct", "yes").exchange();
		return applications.inRound(round).getFirst().id();
	}
}
