package org.cohort.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "default", "demonstration" })
	void whatIsWrittenIsReadAgainTheSame(String name) throws IOException {
		ProgrammeFile file = read(text(name));
		assertThat(read(file.write())).isEqualTo(file);
		assertThat(ProgrammeFile.settings(ProgrammeFile.json(file.settings()))).isEqualTo(file.settings());
	}

	@Test
	void theFoundingProgrammeIsAsItWasFounded() throws IOException {
		Settings settings = read(text("default")).settings();
		assertThat(settings.seats()).isEqualTo(5);
		assertThat(settings.weeks()).isEqualTo(10);
		assertThat(settings.weekLength()).isEqualTo(Duration.ofDays(7));
		assertThat(settings.mentorHoursPerWeek()).isEqualTo(2);
		assertThat(settings.rubric()).hasSize(4).allMatch(criterion -> criterion.highest() == 5);
		for (Question.Fact fact : Question.Fact.values()) {
			assertThat(settings.question(fact)).as(fact.name()).isPresent();
		}
	}

	@Test
	void theDemonstrationDiffersOnlyInTimes() throws IOException {
		Settings settings = read(text("default")).settings();
		Settings demonstration = read(text("demonstration")).settings();
		assertThat(demonstration.questions()).isEqualTo(settings.questions());
		assertThat(demonstration.rubric()).isEqualTo(settings.rubric());
		assertThat(demonstration.selfIdentification()).isEqualTo(settings.selfIdentification());
		assertThat(demonstration.weekLength()).isEqualTo(Duration.ofMinutes(1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "seats: 5|seats: 0|must be between 1 and 1000",
			"weeks: 10|weeks: many|weeks", "confirm-within: P3D|confirm-within: PT1H|must be shorter than the deadline",
			"follow-up-within: P21D|follow-up-within: P14D|remind-follow-up-after",
			"slug: first-steps|slug: First Steps|must start with a letter", "seats: 5|chairs: 5|seats is missing", "hours-per-week: 10|ours-per-week: 10|hours-per-week is missing",
			"currency: EUR|currency: GOLD|currency", "help: After|halp: After|halp", "key: time-zone|key: country|is there twice",
			"time-zone: Europe/Brussels|time-zone: Mars/Olympus|time-zone", "woman: 0.4|woman: 1.4|must be between 0.0 and 1.0" })
	void aWrongFileIsRefusedWithTheReasonAndThePlace(String right, String wrong, String reason) throws IOException {
		assertThat(text("default")).contains(right);
		assertThatThrownBy(() -> read(text("default").replaceFirst(Pattern.quote(right), wrong)))
				.isInstanceOf(ProgrammeRefused.class).hasMessageContaining(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "}{", "- a\n- b", "slug: x", "!!javax.script.ScriptEngineManager [x]" })
	void whatIsNoProgrammeIsRefused(String text) {
		assertThatThrownBy(() -> read(text)).isInstanceOf(ProgrammeRefused.class);
	}

	private static ProgrammeFile read(String text) {
		return ProgrammeFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String text(String name) throws IOException {
		try (var file = ProgrammeFileTests.class.getResourceAsStream("/programmes/" + name + ".yaml")) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
