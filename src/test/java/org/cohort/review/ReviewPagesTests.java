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

import java.util.List;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class ReviewPagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	Reviews reviews;

	@Autowired
	Applications applications;

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
		applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRound(5);
	}

	@Test
	void aReviewerFindsTheirReviewAndTheRubric() throws Exception {
		Assignment mine = assigned();
		mvc.perform(get("/staff/reviews").with(as(mine.reviewer())))
			.andExpect(content().string(containsString(applications.get(mine.applicationId()).code())));
		mvc.perform(get(mine.path()).with(as(mine.reviewer())))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("how decisions are made in the open")))
			.andExpect(content().string(containsString(round.settings().rubric().getFirst().points().getFirst().toString())));
	}

	@Test
	void onlyTheAssignedReviewerMaySeeAReview() throws Exception {
		Assignment theirs = assigned();
		for (var request : List.of(get(theirs.path()), post(theirs.path()), post(theirs.path() + "/autosave"),
				post(theirs.path() + "/conflict")
				.param("reason", "I know them"), post(theirs.path() + "/abstain"))) {
			mvc.perform(request.with(as("somebody.else")).with(csrf()))
				.andExpect(status().isForbidden())
				.andExpect(content().string(containsString("This review is not yours")))
				.andExpect(content().string(not(containsString("decisions are made"))));
		}
		assertThat(reviews.state(theirs.reviewId())).isEqualTo(ReviewState.ASSIGNED);
	}

	@Test
	void aDraftIsKeptWhileSomethingIsMissing() throws Exception {
		Assignment mine = assigned();
		mvc.perform(post(mine.path()).param("points.motivation", "4").param("toCommittee", "Half a thought")
				.param("action", "save")
			.with(as(mine.reviewer())).with(csrf())).andExpect(redirectedUrl(mine.path()));
		mvc.perform(get(mine.path()).with(as(mine.reviewer()))).andExpect(content().string(containsString("Half a thought")));
		assertThat(reviews.state(mine.reviewId())).isEqualTo(ReviewState.ASSIGNED);
	}

	@Test
	void whatIsTypedIsKeptNowAndThenWithoutBeingSent() throws Exception {
		Assignment mine = assigned();
		mvc.perform(get(mine.path()).with(as(mine.reviewer())))
			.andExpect(content().string(containsString("hx-post=\"" + mine.path() + "/autosave\"")));
		mvc.perform(post(mine.path() + "/autosave").param("points.motivation", "4").param("toCommittee", "Half a thought")
			.with(as(mine.reviewer())).with(csrf())).andExpect(status().isOk())
			.andExpect(content().string(containsString("Draft kept at")));
		mvc.perform(get(mine.path()).with(as(mine.reviewer()))).andExpect(content().string(containsString("Half a thought")));
		assertThat(reviews.state(mine.reviewId())).isEqualTo(ReviewState.ASSIGNED);
		mvc.perform(complete(mine, "3")).andExpect(redirectedUrl("/staff/reviews"));
		mvc.perform(post(mine.path() + "/autosave").param("toCommittee", "Late").with(as(mine.reviewer())).with(csrf()))
			.andExpect(status().isConflict());
		mvc.perform(get(mine.path()).with(as(mine.reviewer()))).andExpect(content().string(not(containsString("hx-post"))))
			.andExpect(content().string(not(containsString("Late"))));
	}

	@Test
	void aReviewThatIsNotCompleteIsNotSentButKeptAndSaysWhatIsMissing() throws Exception {
		Assignment mine = assigned();
		mvc.perform(post(mine.path()).param("points.motivation", "4").param("toCommittee", "Half a thought")
				.param("action", "send")
			.with(as(mine.reviewer())).with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString(": choose the sentence that fits best.")))
			.andExpect(content().string(containsString("Half a thought")));
		assertThat(reviews.state(mine.reviewId())).isEqualTo(ReviewState.ASSIGNED);
	}

	@Test
	void aSentReviewCanBeReadButNotChanged() throws Exception {
		Assignment mine = assigned();
		mvc.perform(complete(mine, "3")).andExpect(redirectedUrl("/staff/reviews"));
		mvc.perform(get(mine.path()).with(as(mine.reviewer())))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("You have sent this review")))
			.andExpect(content().string(not(containsString("Send the review"))));
		mvc.perform(complete(mine, "5")).andExpect(status().isConflict());
		assertThat(reviews.combine(mine.applicationId()).orElseThrow().value()).isEqualTo(50);
	}

	@Test
	void afterReviewNothingCanBeChanged() throws Exception {
		Assignment mine = assigned();
		applications.advance(mine.applicationId(), Stage.IN_POOL);
		mvc.perform(get(mine.path()).with(as(mine.reviewer())))
			.andExpect(content().string(containsString("no longer under review")))
			.andExpect(content().string(not(containsString("Send the review"))));
		mvc.perform(complete(mine, "5")).andExpect(status().isConflict());
		mvc.perform(post(mine.path() + "/abstain").with(as(mine.reviewer())).with(csrf())).andExpect(status().isConflict());
		assertThat(reviews.state(mine.reviewId())).isEqualTo(ReviewState.ASSIGNED);
	}

	@Test
	void whoDeclaresAConflictNoLongerSeesTheDossier() throws Exception {
		Assignment mine = assigned();
		mvc.perform(post(mine.path() + "/conflict").param("reason", "We worked together").with(as(mine.reviewer()))
				.with(csrf()))
			.andExpect(redirectedUrl("/staff/reviews"));
		assertThat(reviews.state(mine.reviewId())).isEqualTo(ReviewState.CONFLICT);
		mvc.perform(get(mine.path()).with(as(mine.reviewer())))
			.andExpect(status().isForbidden())
			.andExpect(content().string(containsString("declared a conflict")));
	}

	@Test
	void aConflictNeedsAReason() throws Exception {
		Assignment mine = assigned();
		mvc.perform(post(mine.path() + "/conflict").param("reason", " ").with(as(mine.reviewer())).with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("what the conflict is")));
		assertThat(reviews.state(mine.reviewId())).isEqualTo(ReviewState.ASSIGNED);
	}

	private MockHttpServletRequestBuilder complete(Assignment mine, String points) {
		MockHttpServletRequestBuilder request = post(mine.path()).param("action", "send").param("confidence", "2");
		round.settings().rubric().forEach(criterion -> request.param("points." + criterion.key(), points));
		return request.with(as(mine.reviewer())).with(csrf());
	}

	private Assignment assigned() {
		return reviews.assign(applicants.in(round).store(), 1).orElseThrow();
	}

	private static RequestPostProcessor as(String reviewer) {
		return user(reviewer).roles("reviewers");
	}
}
