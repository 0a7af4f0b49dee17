package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Stage;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Attribute;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.selection.Shortlist.Line;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.VariedPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class ShortlistPagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	Selections selections;

	@Autowired
	Deciding deciding;

	@Autowired
	Mails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	private Applicants applicants;

	private Round round;

	private String page;

	@BeforeEach
	void aRoundOfThirty() {
		applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRound(5);
		VariedPool.in(applicants, round);
		page = "/staff/rounds/" + round.id() + "/shortlist";
	}

	@Test
	void beforeThereIsAProposalThePageSaysWhatItWaitsFor() throws Exception {
		mvc.perform(get(page).with(carla())).andExpect(status().isOk())
			.andExpect(content().string(containsString("There is no shortlist yet")));
		mvc.perform(post(page + "/approve").param("version", "1.0").param("sure", "true").with(carla()).with(csrf()))
			.andExpect(status().isConflict());
	}

	@Test
	void theShortlistShowsCodesAndCountsButNobodysAnswers() throws Exception {
		Applicants.Applicant marked = applicants.in(round).named("MARKER-name", "marker@example.org").at(Stage.IN_POOL);
		for (Attribute attribute : round.settings().selfIdentification()) {
			marked.says(attribute.key(), attribute.values().getLast().key());
		}
		UUID id = marked.store();
		Shortlist shortlist = ready();
		String html = mvc.perform(get(page).with(carla())).andReturn().getResponse().getContentAsString();
		shortlist.members().forEach(member -> assertThat(html).contains(shortlist.code(member)));
		assertThat(html).contains("Pool, target and cohort").contains("Carla Committee").doesNotContain("MARKER-name",
				"marker@example.org");
		String own = mvc.perform(get(page + "/applicants/" + shortlist.code(id)).with(carla())).andReturn().getResponse()
				.getContentAsString();
		assertThat(own).contains("decisions are made in the open").doesNotContain("MARKER-name", "marker@example.org");
		round.settings().selfIdentification().forEach(attribute -> assertThat(own).doesNotContain(attribute.label()
				.toString()));
	}

	@Test
	void aMemberIsReplacedOnlyWithAReasonAndWithSomebodyOfThePool() throws Exception {
		Shortlist shortlist = ready();
		Line out = shortlist.chosen().getFirst();
		Line in = shortlist.others().getFirst();
		String replace = page + "/replace/" + out.code();
		mvc.perform(get(replace).with(carla())).andExpect(status().isOk())
				.andExpect(content().string(containsString("Diversity, points")));
		mvc.perform(post(replace).param("version", shortlist.version()).param("with", in.code()).param("reason", "short")
				.with(carla()).with(csrf()))
			.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("Give a reason")));
		mvc.perform(post(replace).param("version", shortlist.version()).param("reason", "A very good reason").with(carla())
				.with(csrf()))
			.andExpect(status().isUnprocessableContent())
					.andExpect(content().string(containsString("Choose who takes the place")));
		mvc.perform(post(replace).param("version", shortlist.version()).param("with", "ZZZZ-ZZ")
				.param("reason", "A very good reason").with(carla()).with(csrf()))
			.andExpect(status().isNotFound());
		assertThat(deciding.shortlist(round.id()).changes()).isEmpty();
		mvc.perform(post(replace).param("version", shortlist.version()).param("with", in.code())
				.param("reason", "A very good reason").with(carla()).with(csrf()))
			.andExpect(redirectedUrl(page));
		mvc.perform(get(page).with(carla())).andExpect(content().string(containsString("A very good reason")))
			.andExpect(content().string(containsString("put in</span>")));
	}

	@Test
	void approvingNeedsAConfirmationAndAReasonForChanges() throws Exception {
		Shortlist shortlist = ready();
		mvc.perform(post(page + "/approve").param("version", shortlist.version()).with(carla()).with(csrf()))
			.andExpect(status().isUnprocessableContent())
					.andExpect(content().string(containsString("Confirm that the committee")));
		deciding.replace(round.id(), shortlist.version(), shortlist.chosen().getFirst().code(), shortlist.others().getFirst()
				.code(), "A very good reason", "deniz.committee");
		String version = deciding.shortlist(round.id()).version();
		mvc.perform(post(page + "/approve").param("version", version).param("sure", "true").with(carla()).with(csrf()))
			.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("Give a reason")));
		assertThat(selections.approved(round.id())).isFalse();
		mvc.perform(post(page + "/approve").param("version", version).param("sure", "true")
				.param("reason", "We discussed it at length")
			.with(carla()).with(csrf())).andExpect(redirectedUrl(page));
		assertThat(selections.approved(round.id())).isTrue();
		mvc.perform(get(page).with(carla())).andExpect(content().string(containsString("Approved")))
			.andExpect(content().string(containsString("We discussed it at length")))
			.andExpect(content().string(not(containsString("Approve the cohort"))));
	}

	@Test
	void aMemberWhoWithdrewMustBeReplacedFirst() throws Exception {
		Shortlist shortlist = ready();
		UUID gone = shortlist.members().getFirst();
		jdbc.sql("update application set stage = 'WITHDRAWN' where id = ?").param(gone).update();
		mvc.perform(get(page).with(carla())).andExpect(content().string(containsString("has withdrawn, please replace")))
			.andExpect(content().string(containsString("Compute again")));
		mvc.perform(post(page + "/approve").param("version", shortlist.version()).param("sure", "true").with(carla())
				.with(csrf()))
			.andExpect(status().isConflict());
		mvc.perform(get(page + "/replace/" + shortlist.code(gone)).with(carla())).andExpect(status().isOk());
		mvc.perform(post(page + "/again").with(carla()).with(csrf())).andExpect(redirectedUrl(page));
		await().atMost(Duration.ofSeconds(60)).until(() -> deciding.latest(round.id()).orElseThrow().ready());
		assertThat(deciding.shortlist(round.id()).members()).doesNotContain(gone).hasSize(5);
	}

	@Test
	void theCommitteeIsToldThatTheShortlistIsReady() {
		ready();
		mails.post(new MailOrder("shortlist-ready", "shortlist-ready:" + round.id(), "committee", round.id(), Map.of()));
		assertThat(jdbc.sql("select count(*) from mail where subject_id = ?").param(round.id()).query(Integer.class).single())
				.isEqualTo(2);
	}

	private Shortlist ready() {
		selections.propose(round.id());
		await().atMost(Duration.ofSeconds(60)).until(() -> deciding.latest(round.id()).orElseThrow().ready());
		return deciding.shortlist(round.id());
	}

	private static RequestPostProcessor carla() {
		return user("carla.committee").roles("committee");
	}
}
