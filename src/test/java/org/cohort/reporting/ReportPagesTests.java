package org.cohort.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;

import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.mentorship.RunFixture;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class ReportPagesTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	Reports reports;

	@Autowired
	ConclusionsDesk desk;

	@Autowired
	Links links;

	@Autowired
	MockMvc mvc;

	RunFixture run;

	@BeforeEach
	void fixture() {
		run = new RunFixture(context);
	}

	@AfterEach
	void presentTime() {
		run.clock.reset();
	}

	private static RequestPostProcessor olga() {
		return user("olga.coordinator").roles("coordinators");
	}

	@Test
	void theGrantGiverReadsAReportByItsLinkAndFindsTheOthersOfTheRound() throws Exception {
		var round = run.round(run.programme());
		var id = run.running(round, "Amina Diallo", "maya.mentor");
		run.weeks.close(id, 1);
		var mine = reports.participantWeek(id, 1);
		var group = reports.groupWeek(round.id(), 1);
		var page = links.uri(new LinkRef(mine.linkId())).getPath();
		mvc.perform(get(page)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString(mine.fingerprint()),
					containsString(links.uri(new LinkRef(group.linkId())).getPath()), not(containsString("<form")))));
		var pdf = mvc.perform(get(page + ".pdf")).andExpect(status().isOk())
			.andExpect(header().string("Content-Type", "application/pdf"))
			.andReturn().getResponse().getContentAsByteArray();
		assertThat(pdf).isEqualTo(reports.pdf(mine.id()));
	}

	@Test
	void aReportOfAnotherRoundIsNotFoundUnderThisOne() throws Exception {
		var round = run.round(run.programme());
		var id = run.running(round, "Amina Diallo", "maya.mentor");
		run.weeks.close(id, 1);
		var report = reports.participantWeek(id, 1);
		mvc.perform(get("/staff/rounds/%s/reports/%s".formatted(round.id(), report.id())).with(olga()))
				.andExpect(status().isOk());
		var other = run.round(run.programme());
		mvc.perform(get("/staff/rounds/%s/reports/%s".formatted(other.id(), report.id())).with(olga()))
			.andExpect(status().isNotFound());
	}

	@Test
	void conclusionsAreDraftedPreviewedAndFinishedOnce() throws Exception {
		var round = run.round(run.programme());
		run.running(round, "Amina Diallo", "maya.mentor");
		var page = "/staff/rounds/%s/conclusions".formatted(round.id());
		mvc.perform(post(page).with(csrf()).with(olga()).param("action", "finish").param("conclusions", " ")
				.param("advice", "Kept words"))
			.andExpect(content().string(allOf(containsString("conclusions-error"), containsString("Kept words"))));
		mvc.perform(post(page).with(csrf()).with(olga()).param("action", "preview")
				.param("conclusions", "A <b>good</b> round."))
			.andExpect(redirectedUrl("/staff/rounds/%s/reports/summary".formatted(round.id())));
		mvc.perform(get("/staff/rounds/%s/reports/summary".formatted(round.id())).with(olga()))
			.andExpect(content().string(containsString("A &lt;b&gt;good&lt;/b&gt; round.")));
		assertThat(desk.latest(round.id()).finished()).isFalse();
		mvc.perform(post(page).with(csrf()).with(olga()).param("action", "finish").param("conclusions", "A good round."))
			.andExpect(redirectedUrl(page));
		mvc.perform(post(page).with(csrf()).with(olga()).param("action", "draft").param("conclusions", "Other words"))
			.andExpect(content().string(containsString("finished already")));
		assertThat(desk.latest(round.id()).conclusions()).isEqualTo("A good round.");
	}

	@Test
	void aRunThatHasNotBegunHasNothingToSumUp() throws Exception {
		var round = run.round(run.programme());
		mvc.perform(get("/staff/rounds/%s/reports/summary".formatted(round.id())).with(olga())).andExpect(status().isOk())
			.andExpect(content().string(containsString("nothing to sum up yet")));
	}

	@Test
	void settingAPdfFetchesNothing() {
		var document = "<html><head><style>@import url('http://127.0.0.1:1/a.css');</style></head>"
				+ "<body><img src=\"file:///etc/passwd\" alt=\"\"/>"
				+ "<img src=\"http://127.0.0.1:1/x.png\" alt=\"\"/><p>Words</p></body></html>";
		var pdf = context.getBean(Pdf.class).of(document);
		assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
		assertThat(pdf.length).isLessThan(5000);
	}
}
