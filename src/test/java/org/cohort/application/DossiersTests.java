package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.programme.ProgrammeFile;
import org.cohort.programme.Settings;
import org.junit.jupiter.api.Test;

class DossiersTests {

	private final Settings settings =
			ProgrammeFile.read(DossiersTests.class.getResourceAsStream("/programmes/default.yaml"))
			.settings();

	@Test
	void onlyAnswersThatSayNothingAboutThePersonGetIntoTheDossier() {
		Map<String, List<String>> planted = new LinkedHashMap<>();
		settings.questions().forEach(question -> planted.put(question.key(), List.of("planted-" + question.key())));
		Application application = new Application(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "ABCD-EF",
				Stage.UNDER_REVIEW, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 1);
		String dossier = Dossiers.dossier(application, settings.questionSet(), new Answers(planted)).toString();
		settings.questions().forEach(question -> {
			if (question.personalData() || !question.visibleInReview()) {
				assertThat(dossier).doesNotContain("planted-" + question.key());
			}
			else if (question.options().isEmpty()) {
				assertThat(dossier).contains("planted-" + question.key());
			}
		});
		assertThat(dossier).contains("ABCD-EF");
	}

	@Test
	void attributesForTheSelectionAreBands() {
		Attributes attributes = AnswerReading.attributes(settings.questionSet(), new Answers(Map.of("country", List.of("NG"),
				"time-zone", List.of("Africa/Lagos"), "years", List.of("2.5"))), Instant.EPOCH);
		assertThat(attributes).isEqualTo(new Attributes("western-africa", "utc+0-to-utc+2", "years-1-to-2"));
	}
}
