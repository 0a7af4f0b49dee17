package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.cohort.programme.ProgrammeFile;
import org.cohort.programme.Question;
import org.cohort.programme.Settings;
import org.junit.jupiter.api.Test;

class FormCheckTests {

	private final Settings settings =
			ProgrammeFile.read(FormCheckTests.class.getResourceAsStream("/programmes/default.yaml"))
			.settings();

	@Property(tries = 300)
	void whateverIsTypedIsJudgedAndNeverBreaksTheJudge(@ForAll String text) {
		for (Question question : settings.questions()) {
			var form = new FormInput(UUID.randomUUID(), text, text, Map.of(question.key(), List.of(text)));
			var result = FormCheck.check(settings, form);
			assertThat(result.problems()).isNotEmpty();
		}
	}

	@Property(tries = 100)
	void numbersAreTakenWithPointOrComma(@ForAll @IntRange(max = 60) int whole, @ForAll @IntRange(max = 9) int tenth) {
		var point = answer("years", whole + "." + (whole == 60 ? 0 : tenth));
		assertThat(point).isEqualTo(answer("years", whole + "," + (whole == 60 ? 0 : tenth))).hasSize(1);
	}

	@Property(tries = 100)
	void wordsAreCountedBetweenSpaces(@ForAll @IntRange(min = 1, max = 400) int words) {
		assertThat(FormCheck.words("w  ".repeat(words))).isEqualTo(words);
		assertThat(answer("experience", "w\n".repeat(words).strip()).isEmpty()).isEqualTo(words > 250);
	}

	@Test
	void aLinkWithoutItsSchemeGetsOne() {
		assertThat(answer("profile", "example.org/me")).containsExactly("https://example.org/me");
	}

	@Test
	void linksThatRunSomethingAreRefused() {
		for (String link : List.of("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "x y")) {
			assertThat(answer("profile", link)).as(link).isEmpty();
		}
	}

	private List<String> answer(String question, String typed) {
		return FormCheck.check(settings, new FormInput(UUID.randomUUID(), "", "", Map.of(question, List.of(typed))))
				.answers().all(question);
	}
}
