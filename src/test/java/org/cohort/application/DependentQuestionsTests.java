package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;

import jakarta.servlet.http.Cookie;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

/** Questions that are asked only after a certain answer, the preview, and a form that is opened again. */
@ApplicationTest
class DependentQuestionsTests {

	private static final String QUESTIONS = """
			- key: student
			  section: Study
			  label: Are you a student?
			  type: choice
			  required: true
			  visible-in-review: true
			  personal-data: false
			  options: [ { key: "yes", label: I study }, { key: "no", label: I do not study } ]
			- key: school
			  section: Study
			  label: What do you study?
			  type: short
			  required: true
			  visible-in-review: true
			  personal-data: false
			  shown-if: { question: student, values: ["yes"] }
			""";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	ApplicationTable table;

	@Autowired
	StatusLinks statusLinks;

	@Autowired
	MovableClock clock;

	Round round;

	MultiValueMap<String, String> form;

	@BeforeEach
	void openARound() {
		round = Rounds.asking(QUESTIONS, programmes, clock);
		form = Forms.filled();
	}

	@Test
	void aQuestionIsRequiredOnlyOfThoseWhoAreAskedIt() {
		form.set("q.student", "yes");
		assertThat(send("submit")).hasStatus(422).bodyText().contains("q-school-error");
		form.set("q.student", "no");
		assertThat(send("submit")).hasStatus3xxRedirection();
	}

	@Test
	void whatIsTypedIntoAQuestionThatIsNotAskedIsNotKept() {
		form.set("q.student", "no");
		form.set("q.school", "x".repeat(5000));
		assertThat(send("preview")).hasStatusOk().bodyText()
				.contains("Some of what you typed belongs to questions that are not asked")
				.doesNotContain("<dt>What do you study?");
		assertThat(send("submit")).hasStatus3xxRedirection();
		assertThat(table.answers(application()).values()).doesNotContainKey("school");
	}

	@Test
	void withoutScriptsThePageSaysWhenAQuestionIsAsked() {
		assertThat(mvc.get().uri("/apply/" + round.slug())).hasStatusOk().bodyText()
				.contains("Only if your answer to «Are you a student?» is: I study", "data-shown-if=\"q.student\"");
	}

	@Test
	void aChangedAnswerTakesTheAnswersThatDependOnItAlong() {
		form.set("q.student", "yes");
		form.set("q.school", "History");
		send("submit");
		UUID id = application();
		form.remove("name");
		form.remove("email");
		form.set("q.student", "no");
		assertThat(mvc.post().uri(statusLinks.uri(id).getPath() + "/change").with(csrf()).params(form))
				.hasStatus3xxRedirection();
		assertThat(table.answers(id).values()).doesNotContainKey("school");
		assertThat(mvc.get().uri(statusLinks.uri(id).getPath() + "/application")).bodyText().contains("History");
	}

	@Test
	void thePreviewShowsEverythingAndSendsNothing() {
		form.set("q.student", "yes");
		form.set("q.school", "History");
		assertThat(send("preview")).hasStatusOk().bodyText()
				.contains("It is not sent yet", "Nigeria", "Documentation and guides", "History", "Amara Okafor")
				.doesNotContain("??");
		assertThat(applications.inRound(round.id())).isEmpty();
		assertThat(send("edit")).hasStatusOk().bodyText().contains("name=\"q.school\"", "History");
	}

	@Test
	void aPreviewOfAnIncompleteFormSaysWhatIsMissing() {
		assertThat(send("preview")).hasStatus(422).bodyText().contains("q-student-error", "Everything you typed is kept");
	}

	@Test
	void theSameBrowserFindsItsFormAgainUntilItIsSent() {
		form.remove("q.motivation");
		var cookie = send("preview").getResponse().getCookie("draft");
		assertThat(cookie).isNotNull();
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(mvc.get().uri("/apply/" + round.slug()).cookie(cookie)).hasStatusOk().bodyText()
				.contains("what you began in this browser", "I fixed the build", form.getFirst("form"));
		assertThat(mvc.get().uri("/apply/" + round.slug()).cookie(new Cookie("draft", "nonsense"))).hasStatusOk().bodyText()
				.doesNotContain("what you began in this browser");
		assertThat(mvc.get().uri("/apply/" + round.slug() + "?new=true").cookie(cookie)).hasStatus3xxRedirection()
				.cookies().hasValue("draft", "");
		form.set("q.motivation", "To learn.");
		form.set("q.student", "no");
		form.set("action", "submit");
		assertThat(mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form).cookie(cookie))
				.hasStatus3xxRedirection().cookies().hasValue("draft", "");
		assertThat(mvc.get().uri("/apply/" + round.slug()).cookie(cookie)).bodyText().doesNotContain("I fixed the build");
	}

	@Test
	void thePageSaysHowMuchIsAnswered() {
		form.remove("q.goals");
		form.set("q.student", "no");
		assertThat(send("edit")).bodyText().contains("12 of 14 answered").doesNotContain("??");
	}

	private MvcTestResult send(String action) {
		form.set("action", action);
		return mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form).exchange();
	}

	private UUID application() {
		return applications.inRound(round.id()).getFirst().id();
	}
}
