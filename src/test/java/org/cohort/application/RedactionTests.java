package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Programmes;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class RedactionTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	Applications applications;

	@Autowired
	Redactions redactions;

	@Autowired
	AuditTrail audit;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	private UUID application;

	private String address;

	@BeforeEach
	void somebodyWroteTheirName() {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		application = applicants.in(applicants.closedRound(5)).named("Amara Okafor", "amara@example.org")
			.answer("motivation", "I, Amara Okafor, founded the Lagos Python group; find me as @amara.").store();
		address = "/staff/applications/" + application + "/redaction";
	}

	@Test
	void whatIsBlackedOutIsABarForReviewersAndStaysInTheAnswer() throws Exception {
		mvc.perform(post(address).param("passage", "lagos python").param("found", "Amara Okafor", "@amara")
			.with(coordinator()).with(csrf())).andExpect(redirectedUrl(address));
		assertThat(motivation()).isEqualTo("I, ████, founded the ████ group; find me as ████.");
		assertThat(applications.unredacted(application).texts()).anyMatch(text -> text.contains("Amara Okafor"));
		assertThat(audit.of(application)).extracting(AuditTrail.Entry::action)
			.containsExactly("black-out-passage", "black-out-passage", "black-out-passage");
		assertThat(audit.of(application)).extracting(AuditTrail.Entry::detail).noneMatch(detail -> detail.contains("Amara"));
	}

	@Test
	void thePageOffersWhatItFoundAndSaysBarsInWords() throws Exception {
		mvc.perform(get(address).with(coordinator())).andExpect(content().string(containsString("value=\"Amara Okafor\"")))
			.andExpect(content().string(containsString("value=\"@amara\"")));
		redactions.blackOut(application, List.of("Amara Okafor"), "olga");
		mvc.perform(get(address).with(coordinator())).andExpect(content().string(containsString("(blacked out)")));
	}

	@Test
	void undoneItCanBeReadAgainAndBothAreRemembered() throws Exception {
		redactions.blackOut(application, List.of("Amara Okafor"), "olga");
		UUID redaction = redactions.of(application).getFirst().id();
		mvc.perform(post(address + "/undo").param("redaction", redaction.toString()).with(coordinator()).with(csrf()))
			.andExpect(redirectedUrl(address));
		assertThat(motivation()).contains("Amara Okafor");
		assertThat(redactions.of(application)).singleElement().satisfies(one -> {
			assertThat(one.holds()).isFalse();
			assertThat(one.undoneBy()).isEqualTo("olga.coordinator");
		});
		assertThat(redactions.blackOut(application, List.of("amara okafor"), "olga")).isEqualTo(1);
		assertThat(audit.of(application)).extracting(AuditTrail.Entry::action)
			.containsExactly("black-out-passage", "undo-black-out", "black-out-passage");
	}

	@Test
	void blackingOutTwiceIsBlackingOutOnce() {
		assertThat(redactions.blackOut(application, List.of("Amara Okafor", "AMARA OKAFOR"), "olga")).isEqualTo(1);
	}

	@Test
	void whatDoesNotStandThereIsRefusedAndNothingIsBlackedOut() throws Exception {
		for (String wrong : List.of("", "x", "ama", "y".repeat(501), "nowhere")) {
			mvc.perform(post(address).param("passage", wrong).with(coordinator()).with(csrf()))
				.andExpect(status().isUnprocessableContent());
		}
		assertThat(redactions.of(application)).isEmpty();
	}

	private String motivation() {
		return applications.dossier(application).entries().stream().filter(entry -> entry.key().equals("motivation"))
			.findFirst().orElseThrow().answers().getFirst();
	}

	private static RequestPostProcessor coordinator() {
		return user("olga.coordinator").roles("coordinators");
	}
}
