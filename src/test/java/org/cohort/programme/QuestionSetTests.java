package org.cohort.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.cohort.programme.Question.Fact;
import org.cohort.programme.Question.FileRule;
import org.cohort.programme.Question.Option;
import org.cohort.programme.Question.ShownIf;
import org.cohort.programme.Question.Type;
import org.junit.jupiter.api.Test;

class QuestionSetTests {

	private static final Question JOB = choice("job", null);

	private static final Question KIND = choice("kind", new ShownIf("job", List.of("yes")));

	private static final Question MORE = question("more", Type.LONG, null, new ShownIf("kind", List.of("no")));

	@Test
	void aQuestionIsShownToThoseWhoAnsweredSo() {
		QuestionSet set = new QuestionSet(List.of(JOB, KIND, MORE));
		assertThat(shown(set, Map.of())).containsExactly("job");
		assertThat(shown(set, Map.of("job", List.of("yes")))).containsExactly("job", "kind");
		assertThat(shown(set, Map.of("job", List.of("yes"), "kind", List.of("no")))).containsExactly("job", "kind", "more");
	}

	@Test
	void whatDependsOnAHiddenQuestionIsHiddenToo() {
		QuestionSet set = new QuestionSet(List.of(JOB, KIND, MORE));
		assertThat(shown(set, Map.of("job", List.of("no"), "kind", List.of("no")))).containsExactly("job");
	}

	@Test
	void aConditionThatCanNeverHoldIsRefused() {
		assertThatThrownBy(() -> new QuestionSet(List.of(KIND))).hasMessageContaining("there is no such question");
		assertThatThrownBy(() -> new QuestionSet(List.of(KIND, JOB))).hasMessageContaining("has to come before it");
		assertThatThrownBy(() -> new QuestionSet(List.of(choice("self", new ShownIf("self", List.of("yes"))))))
				.hasMessageContaining("has to come before it");
		assertThatThrownBy(() -> new QuestionSet(List.of(JOB, choice("kind", new ShownIf("job", List.of("perhaps"))))))
				.hasMessageContaining("never answered with «perhaps»");
		assertThatThrownBy(() -> new QuestionSet(List.of(question("text", Type.LONG, null, null),
				choice("kind", new ShownIf("text", List.of("yes")))))).hasMessageContaining("must be a choice");
	}

	@Test
	void aFactIsAskedOfEverybody() {
		assertThatThrownBy(() -> question("years", Type.NUMBER, Fact.YEARS, new ShownIf("job", List.of("yes"))))
				.hasMessageContaining("asked of everybody");
	}

	@Test
	void commitmentsTellTheHoursWhereTheyAreAskedFor() {
		Question hours = question("hours", Type.NUMBER, Fact.HOURS_PER_WEEK, null);
		Question commitments = question("commitments", Type.AVAILABILITY, null, null);
		assertThat(new QuestionSet(List.of(hours)).question(Fact.HOURS_PER_WEEK)).contains(hours);
		assertThat(new QuestionSet(List.of(hours, commitments)).question(Fact.HOURS_PER_WEEK)).contains(commitments);
		assertThatThrownBy(() -> new QuestionSet(List.of(commitments,
				question("again", Type.AVAILABILITY, null, null)))).hasMessageContaining("is there twice");
	}

	@Test
	void onlyAFileHasRulesForFiles() {
		assertThat(question("cv", Type.FILE, null, null).file()).isEqualTo(FileRule.USUAL);
		assertThatThrownBy(() -> new Question("cv", Wording.of("S"), Wording.of("L"), null, Type.LONG, List.of(), false,
				null, null, null, false, false, null, FileRule.USUAL, null)).hasMessageContaining("not of type FILE");
	}

	@Test
	void aSectionIsTranslatedOnce() {
		Wording both = new Wording(Map.of("en", "Your time", "fr", "Votre temps"), "en");
		Question first = JOB.under(both);
		QuestionSet set = new QuestionSet(List.of(first, MORE.under(Wording.of("Your time")).under(both),
				choice("other", null).under(new Wording(Map.of("en", "Your time"), "en"))).stream()
				.filter(question -> question.shownIf() == null).toList());
		assertThat(set.questions()).allMatch(question -> question.section().equals(both));
	}

	private static List<String> shown(QuestionSet set, Map<String, List<String>> answers) {
		return set.shown(key -> answers.getOrDefault(key, List.of())).stream().map(Question::key).toList();
	}

	private static Question choice(String key, ShownIf shownIf) {
		return new Question(key, Wording.of("Section"), Wording.of(key), null, Type.CHOICE,
				List.of(new Option("yes", Wording.of("Yes")), new Option("no", Wording.of("No"))), false, null, null, null,
				false, false, null, null, shownIf);
	}

	private static Question question(String key, Type type, Fact fact, ShownIf shownIf) {
		return new Question(key, Wording.of("Section"), Wording.of(key), null, type, List.of(), false, null, null, null,
				false, false, fact, null, shownIf);
	}
}
