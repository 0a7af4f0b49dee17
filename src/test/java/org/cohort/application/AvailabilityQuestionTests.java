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
		round = Rounds.open(programmes, clock);
		LocalDate starts = round.runStartsAt().atZone(round.settings().timeZone()).toLocalDate();
		form = Forms.filled();
		form.remove("q.hours-per-week");
		form.set("q.hours-per-week.total", "45,5");
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
				.contains("45.5 h a week in all", "30 h a week", "ends if accepted").doesNotContain("??");
		assertThat(mvc.get().uri("/staff/applications/" + application()).with(user("olga").roles("coordinators")))
				.hasStatusOk().bodyText().contains("<svg", "with the fewest: 15.5").doesNotContain("??");
	}

	@Test
	void withoutScriptsAButtonRecalculatesAndKeepsWhatWasTyped() {
		assertThat(send("recalculate")).hasStatusOk().bodyText().contains("<svg", "with the fewest: 15.5", "45,5",
				"I fixed the build", "Commitment 5").doesNotContain("??", "Commitment 6");
		assertThat(send("preview")).hasStatusOk().bodyText().contains("45.5 h a week in all", "0.kind=job");
	}

	@Test
	void thePictureFollowsWhatIsTyped() {
		assertThat(mvc.post().uri("/apply/" + round.slug() + "/availability?question=hours-per-week").with(csrf()).params(form))
				.hasStatusOk().bodyText().contains("<svg", "with the fewest: 15.5").doesNotContain("<html");
		form.set("q.hours-per-week.total", "many");
		assertThat(mvc.post().uri("/apply/" + round.slug() + "/availability?question=hours-per-week").with(csrf()).params(form))
				.hasStatusOk().bodyText().doesNotContain("<svg");
	}

	@Test
	void whatIsWrongIsToldWithItsRow() {
		for (String[] wrong : new String[][] { { "q.hours-per-week.total", "85", "at most 84" }, { "q.hours-per-week.total", "", "at most 84" },
				{ "q.hours-per-week.0.kind", "", "Commitment 1: please choose what it is" },
				{ "q.hours-per-week.0.hours", "169", "Commitment 1: how many hours" },
				{ "q.hours-per-week.3.to", "1999-01-01", "Commitment 2: the last day is before the first" },
				{ "q.hours-per-week.3.from", "soon", "Commitment 2: please give its first and its last day" } }) {
			String before = form.getFirst(wrong[0]);
			form.set(wrong[0], wrong[1]);
			assertThat(send("submit")).as(wrong[2]).hasStatus(422).bodyText().contains(wrong[2], "q-hours-per-week-error");
			form.set(wrong[0], before);
		}
	}

	@Test
	void commitmentsCanBeChangedLikeEverythingElse() {
		send("submit");
		form.remove("name");
		form.remove("email");
		form.set("q.hours-per-week.3.after", "");
		assertThat(mvc.post().uri(statusLinks.uri(application()).getPath() + "/change").with(csrf()).params(form))
				.hasStatus3xxRedirection();
		assertThat(applications.facts(application()).hoursPerWeek()).isZero();
		assertThat(mvc.get().uri(statusLinks.uri(application()).getPath() + "/change")).bodyText()
				.contains("name=\"q.hours-per-week.1.kind\"", "with the fewest: 0");
	}

	/** As another form service asks for it, and an import brings it along. */
	@Test
	void aNumberAloneIsHoursInAllThatNothingTakesOf() {
		form.keySet().removeIf(name -> name.startsWith("q.hours-per-week."));
		form.set("q.hours-per-week", "12,5");
		assertThat(send("submit")).hasStatus3xxRedirection();
		assertThat(applications.facts(application()).hoursPerWeek()).isEqualTo(12.5);
	}

	private void commitment(int row, String kind, LocalDate from, LocalDate to, String hours, String after) {
		form.set("q.hours-per-week." + row + ".kind", kind);
		form.set("q.hours-per-week." + row + ".from", from.toString());
		form.set("q.hours-per-week." + row + ".to", to.toString());
		form.set("q.hours-per-week." + row + ".hours", hours);
		form.set("q.hours-per-week." + row + ".after", after);
	}

	private MvcTestResult send(String action) {
		form.set("action", action);
		return mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form).exchange();
	}

	private UUID application() {
		return applications.inRound(round.id()).getFirst().id();
	}
}
