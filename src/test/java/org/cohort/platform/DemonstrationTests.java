package org.cohort.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cohort.application.Applications;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The people of the demonstration answer what its programmes ask, so that the local platform has something to show. */
@ApplicationTest
class DemonstrationTests {

	private static final Map<String, String> FILES =
			Map.of("demonstration", "demonstration", "writing", "demonstration-writing");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	MovableClock clock;

	@Test
	void everybodysAnswersAreTakenByTheFormOfTheirRound() throws IOException {
		var rounds = new HashMap<String, Round>();
		for (var file : FILES.entrySet()) {
			rounds.put(file.getKey(), open(file.getValue()));
		}
		for (var person : Demonstration.people()) {
			boolean draft = person.goes() == Demonstration.Goal.DRAFT;
			var sent = mvc.perform(form(person, rounds.get(person.round()).slug(), draft ? "save" : "submit"));
			assertThat(sent).as(person.name()).hasStatus(302);
		}
		assertThat(Demonstration.people()).extracting(Demonstration.Person::goes)
			.contains(Demonstration.Goal.values());
		assertThat(applications.inRound(rounds.get("demonstration").id())).hasSize(9)
			.map(one -> applications.facts(one.id()).hoursPerWeek()).contains(15.0, 12.0, 5.0);
		assertThat(applications.inRound(rounds.get("writing").id())).hasSize(3);
	}

	private Round open(String name) throws IOException {
		String own = "d" + UUID.randomUUID().toString().substring(0, 8);
		try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/programmes/" + name + ".yaml"))) {
			String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("slug: .*", "slug: " + own);
			var programme = programmes.importYaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
			var now = clock.instant();
			var settings = programme.settings();
			return programmes.openRound(programme.id(), new RoundPlan(own, "Round " + own, now.minusSeconds(60),
					now.plus(Duration.ofHours(2)), now.plus(Duration.ofHours(3)), settings.seats()));
		}
	}

	private MockMultipartHttpServletRequestBuilder form(Demonstration.Person person, String round, String action) {
		var form = MockMvcRequestBuilders.multipart("/apply/{slug}", round);
		if (person.file() != null) {
			form.file(new MockMultipartFile(person.file().question(), person.file().name(), "text/plain",
					person.file().text().getBytes(StandardCharsets.UTF_8)));
		}
		person.fields().forEach(form::param);
		form.param("form", UUID.randomUUID().toString()).param("action", action).with(csrf());
		return form;
	}
}
