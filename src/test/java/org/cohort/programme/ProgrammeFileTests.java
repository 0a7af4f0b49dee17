package org.cohort.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "default", "demonstration", "demonstration-writing", "writing-season" })
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
		for (Question.Fact fact : EnumSet.complementOf(EnumSet.of(Question.Fact.COMMIT_ADDRESSES))) {
			assertThat(settings.questionSet().question(fact)).as(fact.name()).isPresent();
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
			"slug: first-steps|slug: First Steps|must start with a letter", "seats: 5|chairs: 5|seats is missing",
			"hours-per-week: 10|ours-per-week: 10|hours-per-week is missing",
			"currency: EUR|currency: GOLD|currency", "word-limit: 300|wurd-limit: 300|wurd-limit",
			"key: time-zone|key: country|is there twice",
			"time-zone: Europe/Brussels|time-zone: Mars/Olympus|time-zone",
			"woman: 0.4|woman: 1.4|must be between 0.0 and 1.0" })
	void aWrongFileIsRefusedWithTheReasonAndThePlace(String right, String wrong, String reason) throws IOException {
		assertThat(text("default")).contains(right);
		assertThatThrownBy(() -> read(text("default").replaceFirst(Pattern.quote(right), wrong)))
				.isInstanceOf(ProgrammeRefused.class).hasMessageContaining(reason);
	}

	@Test
	void howACohortIsChosenIsASectionOfTheSettings() throws IOException {
		SelectionSettings selection = read(text("default").replaceFirst("  selection:\n", """
				  selection:
				    objective: entrofy
				    merit-floor: 30
				    attributes:
				      gender: { weight: 2, limits: { woman: { min: 1, max: 3 } } }
				      region: { targets: { western-africa: 0.4 } }
				    pairs: [{ first: gender=woman, second: region=western-africa, min: 1 }]
				    at-most: { country: 2 }
				""")).settings().selection();
		assertThat(selection.wish("gender").weight()).isEqualTo(2);
		assertThat(selection.wish("gender").limits().get("woman")).isEqualTo(new SelectionSettings.Limit(1, 3));
		assertThat(selection.wish("region").targets()).containsEntry("western-africa", 0.4);
		assertThat(selection.pairs()).singleElement().satisfies(pair -> assertThat(pair.min()).isEqualTo(1));
		assertThat(selection.atMost()).containsEntry("country", 2);
		assertThat(selection.method()).isEqualTo(SelectionSettings.Method.STRONGEST);
		assertThat(selection.tolerance()).isEqualTo(0.01);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "method: strongest|method: luck|selection",
			"tolerance: 0.01|tolerance: 2|must be between 0.0 and 1.0", "approvals: 1|approvals: 3|must be between 1 and 2",
			"approvals: 1|at-most: { organisation: 1 }|no question «organisation»",
			"approvals: 1|attributes: { height: { weight: 2 } }|no attribute «height»",
			"approvals: 1|attributes: { gender: { limits: { child: { min: 1 } } } }|not about one of its values",
			"approvals: 1|pairs: [{ first: gender, second: age=from-20, max: 1 }]|attribute=value" })
	void aWrongWayToChooseIsRefused(String right, String wrong, String reason) throws IOException {
		assertThatThrownBy(() -> read(text("default").replaceFirst(Pattern.quote(right), wrong)))
				.isInstanceOf(ProgrammeRefused.class).hasMessageContaining(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "  seats: 5|  seats: 0|settings", "weeks: 10|weeks: many|settings → weeks",
			"remind-offer-after: P3D|remind-offer-after: P30D|settings", "word-limit: 300|word-limit: 0|questions no. 8",
			"word-limit: 250|wurd-limit: 250|questions no. 5 → wurd-limit",
			"type: consent|type: consents|questions no. 11 → type", "- key: bugs|- key: B!|options no. 2",
			"follow-up-within: P21D|follow-up-within: 21 days|settings → follow-up-within",
			"- key: country|- label: { klingon: x } #|questions no. 1 → label",
			"currency: EUR|currency: [EUR|Line", "caring|Caring!|self-identification no. 6" })
	void aWrongFileIsRefusedWithTheLine(String right, String wrong, String place) throws IOException {
		String text = text("default");
		int line = text.substring(0, text.indexOf(right)).split("\n", -1).length;
		assertThatThrownBy(() -> read(text.replaceFirst(Pattern.quote(right), wrong)))
				.hasMessageStartingWith("Line " + line).hasMessageContaining(place);
	}

	@Test
	void anEmptyEntryIsRefused() throws IOException {
		assertThatThrownBy(() -> read(text("default").replaceFirst("    - key: country", "    -\n    - key: country")))
				.isInstanceOf(ProgrammeRefused.class).hasMessageContaining("an entry is empty");
	}

	@Test
	void theExampleSaysEverythingThatAFileCanSay() throws IOException {
		String example = text("writing-season");
		for (var type : List.of(Settings.class, ReviewSettings.class, ScreeningSettings.class, SelectionSettings.class,
				Question.class, Question.FileRule.class, Question.ShownIf.class, Criterion.class, SuccessCriterion.class,
				Attribute.class, ScreeningSettings.Repository.class)) {
			for (var component : type.getRecordComponents()) {
				String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
				if (!List.of("minimum", "maximum").contains(name)) {
					assertThat(example).as(type.getSimpleName()).containsPattern("\\b" + name + ":");
				}
			}
		}
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
