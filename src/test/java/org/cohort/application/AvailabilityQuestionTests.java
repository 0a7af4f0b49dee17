package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.UUID;

import org.cohort.eligibility.Screenings;
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

@ApplicationTest
class AvailabilityQuestionTests {

	private static final String QUESTIONS = """
			- key: time
			  section: Your time
			  label: What else takes your time?
			  type: availability
			  required: true
			  visible-in-review: false
			  personal-data: true
			""";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	Screenings screenings;

	@Autowired
	StatusLinks statusLinks;

	@Autowired
	MovableClock clock;

	Round round;

	MultiValueMap<String, String> form;

	@BeforeEach
	void openARound() {
		round = Rounds.asking(QUESTIONS, programmes, clock);
		LocalDate starts = round.runStartsAt().atZone(round.settings().timeZone()).toLocalDate();
		form = Forms.filled();
		form.set("q.time.total", "45,5");
		commitment(0, "job", starts.minusYears(1), starts.plusYears(1), "30", "");
		commitment(3, "study", starts.minusYears(1), starts.plusYears(1), "20", "ends");
	}

	@Test
	void theWeekWithTheFewestFreeHoursReachesTheScreening() {
		assertThat(send("submit")).hasStatus3xxRedirection();
		assertThat(applications.facts(application()).hoursPerWeek()).isEqualTo(15.5);
		assertThat(screenings.decisionInput(application())).containsEntry("hoursPerWeek", 15.5);
	}

	@Test
	void applicantsAndCoordinatorsSeeFreeHoursAndCommitmentsInWords() {
		send("submit");
		assertThat(mvc.get().uri(statusLinks.uri(application()).getPath() + "/application")).hasStatusOk().bodyText()
				.contains("45.5 hours a week in all", "30 hours a week", "ends if accepted").doesNotContain("??");
		assertThat(mvc.get().uri("/staff/applications/" + application()).with(user("olga").roles("coordinators")))
				.hasStatusOk().bodyText().contains("<svg", "you have 15.5 free hours").doesNotContain("??");
	}

	@Test
	void withoutScriptsAButtonRecalculatesAndKeepsWhatWasTyped() {
		assertThat(send("recalculate")).hasStatusOk().bodyText().contains("<svg", "you have 15.5 free hours", "45,5",
				"I fixed the build", "Commitment 5").doesNotContain("??", "Commitment 6");
		assertThat(send("preview")).hasStatusOk().bodyText().contains("45.5 hours a week in all", "0.kind=job");
	}

	@Test
	void thePictureFollowsWhatIsTyped() {
		assertThat(mvc.post().uri("/apply/" + round.slug() + "/availability?question=time").with(csrf()).params(form))
				.hasStatusOk().bodyText().contains("<svg", "you have 15.5 free hours").doesNotContain("<html");
		form.set("q.time.total", "many");
		assertThat(mvc.post().uri("/apply/" + round.slug() + "/availability?question=time").with(csrf()).params(form))
				.hasStatusOk().bodyText().doesNotContain("<svg");
	}

	@Test
	void whatIsWrongIsToldWithItsRow() {
		for (String[] wrong : new String[][] { { "q.time.total", "85", "at most 84" }, { "q.time.total", "", "at most 84" },
				{ "q.time.0.kind", "", "Commitment 1: please choose what it is" },
				{ "q.time.0.hours", "169", "Commitment 1: how many hours" },
				{ "q.time.3.to", "1999-01-01", "Commitment 2: the last day is before the first" },
				{ "q.time.3.from", "soon", "Commitment 2: please give its first and its last day" } }) {
			String before = form.getFirst(wrong[0]);
			form.set(wrong[0], wrong[1]);
			assertThat(send("submit")).as(wrong[2]).hasStatus(422).bodyText().contains(wrong[2], "q-time-error");
			form.set(wrong[0], before);
		}
	}

	@Test
	void commitmentsCanBeChangedLikeEverythingElse() {
		send("submit");
		form.remove("name");
		form.remove("email");
		form.set("q.time.3.after", "");
		assertThat(mvc.post().uri(statusLinks.uri(application()).getPath() + "/change").with(csrf()).params(form))
				.hasStatus3xxRedirection();
		assertThat(applications.facts(application()).hoursPerWeek()).isZero();
		assertThat(mvc.get().uri(statusLinks.uri(application()).getPath() + "/change")).bodyText()
				.contains("name=\"q.time.1.kind\"", "you have 0 free hours");
	}

	private void commitment(int row, String kind, LocalDate from, LocalDate to, String hours, String after) {
		form.set("q.time." + row + ".kind", kind);
		form.set("q.time." + row + ".from", from.toString());
		form.set("q.time." + row + ".to", to.toString());
		form.set("q.time." + row + ".hours", hours);
		form.set("q.time." + row + ".after", after);
	}

	private MvcTestResult send(String action) {
		form.set("action", action);
		return mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form).exchange();
	}

	private UUID application() {
		return applications.inRound(round.id()).getFirst().id();
	}
}
