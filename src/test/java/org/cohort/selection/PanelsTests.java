package org.cohort.selection;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.review.Assignment;
import org.cohort.review.Reviews;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.TestDirectory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the coordinators' pages of an application and a round say about reviews and the selection. */
@ApplicationTest
class PanelsTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	Reviews reviews;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	@Test
	void coordinatorsSeeWhoReviewsAnApplication() throws Exception {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		UUID application = applicants.in(applicants.closedRound(5)).store();
		Assignment assignment = reviews.assign(application, 1).orElseThrow();
		mvc.perform(get("/staff/applications/" + application).with(user("olga.coordinator").roles("coordinators")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(TestDirectory.called(assignment.reviewer()).name())))
			.andExpect(content().string(containsString("waits for them")));
	}

	@Test
	void onlyTheCommitteeIsLedToTheShortlist() throws Exception {
		Round round = new Applicants(jdbc, programmes, clock).closedRound(5);
		mvc.perform(get("/staff/rounds/" + round.id()).with(user("carla.committee").roles("committee")))
			.andExpect(content().string(containsString("Open the shortlist")));
		mvc.perform(get("/staff/rounds/" + round.id()).with(user("olga.coordinator").roles("coordinators")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("A cohort is proposed when")))
			.andExpect(content().string(not(containsString("Open the shortlist"))));
	}
}
