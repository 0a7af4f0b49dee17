package org.cohort.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;

import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class RunPagesTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	MockMvc mvc;

	@Autowired
	Links links;

	RunFixture run;

	@BeforeEach
	void fixture() {
		run = new RunFixture(context);
	}

	@AfterEach
	void presentTime() {
		run.clock.reset();
	}

	private static RequestPostProcessor maya() {
		return user("maya.mentor").roles("mentors");
	}

	private static RequestPostProcessor olga() {
		return user("olga.coordinator").roles("coordinators");
	}

	private String path(LinkPurpose purpose, UUID id) {
		return links.uri(links.issue(purpose, id, "", run.clock.instant().plus(Duration.ofDays(90)))).getPath();
	}

	@Test
	void theAgreementIsOnlyConfirmedByTickingAndSending() throws Exception {
		var id = run.participations.start(run.accepted(run.round(run.programme()), "Amina Diallo"));
		run.participations.assignMentor(id, "maya.mentor");
		var page = path(LinkPurpose.AGREEMENT, id);
		mvc.perform(get(page)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Amina Diallo"), containsString("Maya Mentor"),
					containsString("10 hours in each of the 10 weeks"))));
		assertThat(run.participations.agreements(id)).isEmpty();
		mvc.perform(post(page).with(csrf())).andExpect(status().isOk())
			.andExpect(content().string(containsString("promise-error")));
		assertThat(run.participations.agreements(id)).isEmpty();
		mvc.perform(post(page).with(csrf()).param("promise", "true")).andExpect(redirectedUrl(page));
		assertThat(run.participations.agreements(id)).containsOnlyKeys(Side.PARTICIPANT);
		mvc.perform(get(page)).andExpect(content().string(containsString("You confirmed this agreement")));
	}

	@Test
	void aCheckInWithMistakesIsGivenBackWithEverythingThatWasTyped() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var page = links.uri(run.weeks.checkInPage(id, 1)).getPath();
		mvc.perform(post(page).with(csrf()).param("hours", "many").param("done", "I read the guide & fixed it.")
				.param("changes[0].link", "not a link").param("changes[0].kind", "bug-fix").param("going", "4"))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("hours-error"), containsString("changes[0]-error"),
					containsString("I read the guide &amp; fixed it."), containsString("not a link"))));
		assertThat(run.weeks.isWritten(id, 1, Side.PARTICIPANT)).isFalse();
	}

	@Test
	void roomForMoreChangesLosesNothing() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var page = links.uri(run.weeks.checkInPage(id, 1)).getPath();
		mvc.perform(post(page).with(csrf()).param("action", "more").param("done", "Typed so far")
				.param("changes[0].link", "https://code.example/pull/1").param("changes[0].kind", "bug-fix"))
			.andExpect(content().string(allOf(containsString("Typed so far"), containsString("https://code.example/pull/1"),
					containsString("changes[3].link"), not(containsString("class=\"error\"")))));
	}

	@Test
	void aCheckInIsSavedAndCanBeCorrected() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var page = links.uri(run.weeks.checkInPage(id, 1)).getPath();
		mvc.perform(post(page).with(csrf()).param("hours", "9:30").param("done", "Much").param("going", "5")
				.param("changes[0].link", "https://code.example/pull/1").param("changes[0].kind", "bug-fix")
				.param("changes[1].link", "").param("wish", "More of this")).andExpect(redirectedUrl(page));
		var saved = run.weeks.record(id, 1).checkIn().orElseThrow().content();
		assertThat(saved.hours()).isEqualTo(Hours.ofMinutes(570));
		assertThat(saved.changes()).hasSize(1);
		mvc.perform(get(page))
				.andExpect(content().string(allOf(containsString("Thank you, "), containsString("Save the correction"),
				containsString("9.5"))));
	}

	@Test
	void onlyTheAssignedMentorReachesTheLog() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var page = "/staff/participations/%s/weeks/1".formatted(id);
		mvc.perform(get(page).with(user("noah.mentor").roles("mentors"))).andExpect(status().isForbidden());
		mvc.perform(post(page).with(csrf()).with(user("noah.mentor").roles("mentors")).param("hours", "2").param("done", "x")
				.param("going", "3")).andExpect(status().isForbidden());
		mvc.perform(get(page).with(olga())).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("<textarea"))));
		mvc.perform(post(page).with(csrf()).with(olga()).param("hours", "2")).andExpect(status().isForbidden());
		assertThat(run.weeks.isWritten(id, 1, Side.MENTOR)).isFalse();
		mvc.perform(post(page).with(csrf()).with(maya()).param("hours", "3").param("done", "We paired.").param("going", "4"))
			.andExpect(redirectedUrl(page));
		mvc.perform(get(page).with(maya())).andExpect(content().string(allOf(containsString("We paired."),
				containsString("more than the"))));
	}

	@Test
	void mentorsSeeTheirOwnPeopleAndCoordinatorsEverybody() throws Exception {
		var round = run.round(run.programme());
		var mine = run.running(round, "Amina Diallo", "maya.mentor");
		var other = run.running(round, "Bo Lindqvist", "noah.mentor");
		mvc.perform(get("/staff/participations").with(maya())).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString(mine.toString()), not(containsString(other.toString())))));
		mvc.perform(get("/staff/participations").with(olga()))
			.andExpect(content().string(allOf(containsString(mine.toString()), containsString(other.toString()),
					containsString("Mentor hours used against what the grant pays"))));
		mvc.perform(get("/staff/participations/" + other).with(maya())).andExpect(status().isForbidden());
	}

	@Test
	void anEarlyEndNeedsAReason() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var page = "/staff/participations/%s".formatted(id);
		mvc.perform(post(page + "/end").with(csrf()).with(maya()).param("reason", "  ")).andExpect(status().isOk())
			.andExpect(content().string(containsString("reason-error")));
		assertThat(run.participations.get(id).state().isFinal()).isFalse();
		mvc.perform(post(page + "/end").with(csrf()).with(maya()).param("reason", "We agreed to stop."))
			.andExpect(redirectedUrl(page));
		assertThat(run.participations.get(id).ending()).contains(Ending.ENDED_BY_MENTOR);
		mvc.perform(get(page).with(olga())).andExpect(content().string(containsString("We agreed to stop.")));
	}

	@Test
	void theOwnPageSaysThatTheWeeksAreOverAndNotThatTheyAreAhead() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var page = path(LinkPurpose.PARTICIPATION, id);
		run.clock.forward(Duration.ofDays(75));
		mvc.perform(get(page)).andExpect(content().string(allOf(containsString("The weeks are over"),
				not(containsString("The weeks are planned")))));
	}

	@Test
	void leavingIsAskedTwiceAndThenKind() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var page = path(LinkPurpose.PARTICIPATION, id);
		mvc.perform(get(page)).andExpect(status().isOk()).andExpect(content().string(containsString("Check in for week")));
		mvc.perform(get(page + "/leave")).andExpect(status().isOk());
		mvc.perform(post(page + "/leave").with(csrf())).andExpect(content().string(containsString("sure-error")));
		assertThat(run.participations.get(id).state().isFinal()).isFalse();
		mvc.perform(post(page + "/leave").with(csrf()).param("sure", "true").param("note", "A new job."))
				.andExpect(redirectedUrl(page));
		assertThat(run.participations.get(id).ending()).contains(Ending.LEFT);
		mvc.perform(get(page)).andExpect(content().string(allOf(containsString("thank you for the time you gave"),
				not(containsString("leave the programme")))));
	}

	@Test
	void anotherPurposesTokenOpensNothing() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		var token = path(LinkPurpose.PARTICIPATION, id).replace("/participation/", "");
		for (var page : new String[] { "/agreement/", "/check-in/", "/evaluation/", "/follow-up/", "/reports/" }) {
			assertThat(mvc.perform(get(page + token)).andReturn().getResponse().getStatus()).isBetween(400, 499);
		}
	}
}
