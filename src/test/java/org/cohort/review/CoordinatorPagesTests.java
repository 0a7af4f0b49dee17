package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.review.Review.Judgement;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.TestDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class CoordinatorPagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	Reviews reviews;

	@Autowired
	Reviewing reviewing;

	@Autowired
	PinStore pins;

	@Autowired
	Assigning assigning;

	@Autowired
	Applications applications;

	@Autowired
	TestDirectory directory;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	private Applicants applicants;

	private Round round;

	@BeforeEach
	void freshRound() {
		jdbc.sql("delete from reviewer_profile").update();
		jdbc.sql("delete from reviewer_absence").update();
		applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRound(5);
		directory.put("reviewers", "anna.reviewer", "ben.reviewer");
	}

	@AfterEach
	void everybodyIsBack() {
		directory.reset();
		jdbc.sql("delete from reviewer_profile").update();
		jdbc.sql("delete from reviewer_absence").update();
	}

	@Test
	void whatIsNotedAboutAReviewerIsKeptAndShown() throws Exception {
		mvc.perform(post("/staff/reviewers").param("username", "anna.reviewer").param("cap", "7").param("languages", "en",
				"fr")
			.param("organisation", "Example University").param("domains", "example.edu, cs.example.edu")
			.with(coordinator()).with(csrf())).andExpect(redirectedUrl("/staff/reviewers"));
		assertThat(assigning.reviewers()).filteredOn(one -> one.username().equals("anna.reviewer")).singleElement()
			.satisfies(anna -> {
				assertThat(anna.cap()).isEqualTo(7);
				assertThat(anna.languages()).containsExactlyInAnyOrder("en", "fr");
				assertThat(anna.domains()).containsExactly("example.edu", "cs.example.edu");
			});
		mvc.perform(get("/staff/reviewers").with(coordinator()))
			.andExpect(content().string(containsString("at most 7 a round")))
			.andExpect(content().string(containsString("Example University")));
	}

	@Test
	void whatCannotBeReadIsSaidAndNothingIsLost() throws Exception {
		for (Map<String, String> wrong : List.of(Map.of("cap", "many"), Map.of("cap", "-1"), 
				Map.of("domains", "not a domain"), Map.of("languages", "xx"), Map.of("organisation", "x".repeat(201)))) {
			var request = post("/staff/reviewers").param("username", "anna.reviewer").param("organisation", "Typed before");
			wrong.forEach(request::param);
			mvc.perform(request.with(coordinator()).with(csrf())).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("Not kept.")))
				.andExpect(content().string(containsString("Typed before")));
		}
		assertThat(jdbc.sql("select count(*) from reviewer_profile").query(Integer.class).single()).isZero();
	}

	@Test
	void aNewAssignmentIsLookedAtFirstAndThenApplied() throws Exception {
		for (int i = 0; i < 4; i++) {
			reviews.assign(applicants.in(round).store(), 1);
		}
		directory.put("reviewers", "anna.reviewer", "ben.reviewer", "chidi.reviewer");
		String address = "/staff/rounds/" + round.id() + "/assignment";
		String page = mvc.perform(get(address).with(coordinator())).andExpect(status().isOk()).andReturn().getResponse()
			.getContentAsString();
		assertThat(page).contains("Chidi Reviewer", "<svg", "Apply 1 change");
		mvc.perform(post(address).param("fingerprint", "another").with(coordinator()).with(csrf()))
			.andExpect(status().isConflict()).andExpect(content().string(containsString("nothing was applied")));
		String fingerprint = page.replaceAll("(?s).*name=\"fingerprint\" value=\"([^\"]+)\".*", "$1");
		mvc.perform(post(address).param("fingerprint", fingerprint).with(coordinator()).with(csrf()))
			.andExpect(redirectedUrl(address));
		mvc.perform(get(address).with(coordinator()))
				.andExpect(content().string(containsString("could not be shared more evenly")));
	}

	@Test
	void pinsAreMadeByCodeAndRemoved() throws Exception {
		UUID application = applicants.in(round).store();
		String code = applications.get(application).code();
		String address = "/staff/rounds/" + round.id() + "/assignment";
		mvc.perform(post(address + "/pins").param("code", code.toLowerCase()).param("reviewer", "anna.reviewer")
				.param("kind", "unwanted")
			.with(coordinator()).with(csrf())).andExpect(redirectedUrl(address));
		assertThat(pins.ofApplication(application)).containsExactly(new Pin(application, round.id(), "anna.reviewer", false));
		mvc.perform(get(address).with(coordinator())).andExpect(content().string(containsString("must not get it")));
		mvc.perform(post(address + "/pins").param("code", "NOPE").param("reviewer", "anna.reviewer").param("kind", "wanted")
			.with(coordinator()).with(csrf())).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("No application of this round has the code «NOPE»")));
		mvc.perform(post(address + "/pins/remove").param("application", application.toString())
				.param("reviewer", "anna.reviewer")
			.with(coordinator()).with(csrf())).andExpect(redirectedUrl(address));
		assertThat(pins.ofApplication(application)).isEmpty();
	}

	@Test
	void whyNobodyCanBeFoundIsSaid() throws Exception {
		directory.put("reviewers", "anna.reviewer");
		UUID application = applicants.in(round).store();
		reviews.assign(application, 1);
		assertThat(reviews.assign(application, 2)).isEmpty();
		mvc.perform(get("/staff/rounds/" + round.id() + "/assignment").with(coordinator()))
			.andExpect(content().string(containsString("Nobody can be found for")))
			.andExpect(content().string(containsString(applications.get(application).code())));
		mvc.perform(get("/staff/rounds/" + round.id()).with(coordinator()))
			.andExpect(content().string(containsString("1 waits for a reviewer")));
	}

	@Test
	void coordinatorsSeeHowReviewersScoreAndBothScores() throws Exception {
		String address = "/staff/rounds/" + round.id() + "/scores";
		mvc.perform(get(address).with(coordinator()))
				.andExpect(content().string(containsString("No review has been sent yet")));
		UUID application = applicants.in(round).store();
		scored(application, 1, 2, "Clear");
		scored(application, 2, 4, "Warm");
		reviews.combine(application);
		mvc.perform(get(address).with(coordinator())).andExpect(status().isOk())
			.andExpect(content().string(containsString("Anna Reviewer")))
			.andExpect(content().string(containsString("<svg")))
			.andExpect(content().string(containsString("too few")))
			.andExpect(content().string(containsString(applications.get(application).code())));
	}

	@Test
	void afterTheirOwnReviewReviewersSeeWhatTheProgrammeSays() throws Exception {
		for (String allowed : List.of("nothing", "scores", "scores_and_comments")) {
			round = applicants.closedRoundWith(5, "afterwards: nothing", "afterwards: " + allowed);
			UUID application = applicants.in(round).store();
			scored(application, 1, 2, "MARKER-comment");
			Assignment mine = reviews.assign(application, 2).orElseThrow();
			RequestPostProcessor me = user(mine.reviewer()).roles("reviewers");
			mvc.perform(get(mine.path()).with(me)).andExpect(content().string(not(containsString("What others found"))))
				.andExpect(content().string(not(containsString("MARKER-comment"))));
			scored(application, 2, 4, "Mine");
			String page = mvc.perform(get(mine.path()).with(me)).andReturn().getResponse().getContentAsString();
			assertThat(page.contains("What others found")).isEqualTo(!allowed.equals("nothing"));
			assertThat(page.contains("25.0")).isEqualTo(!allowed.equals("nothing"));
			assertThat(page.contains("MARKER-comment")).isEqualTo(allowed.equals("scores_and_comments"));
		}
	}

	private void scored(UUID application, int slot, int points, String comment) {
		Assignment assignment = reviews.assign(application, slot).orElseThrow();
		Map<String, Integer> given = new HashMap<>();
		round.settings().rubric().forEach(criterion -> given.put(criterion.key(), points));
		reviewing.submit(assignment.reviewId(), assignment.reviewer(), new Judgement(given, 2, comment, ""));
	}

	private static RequestPostProcessor coordinator() {
		return user("olga.coordinator").roles("coordinators");
	}
}
