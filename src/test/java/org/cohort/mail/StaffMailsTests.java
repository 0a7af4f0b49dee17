package org.cohort.mail;

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

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.links.LinkRef;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
@Import(TestCorrespondence.Configuration.class)
class StaffMailsTests {

	private static final RequestPostProcessor COORDINATOR = user("olga").roles("coordinators");

	@Autowired
	MockMvc mvc;

	@Autowired
	Mails mails;

	@Autowired
	Ledger ledger;

	@Autowired
	LedgerReader reader;

	@Autowired
	AuditTrail audit;

	@Autowired
	TestCorrespondence people;

	private final UUID subject = UUID.randomUUID();

	private final LinkRef link = new LinkRef(UUID.randomUUID());

	private final MockHttpSession session = new MockHttpSession();

	private LedgerEntry mail;

	@BeforeEach
	void order() {
		people.letters.put(subject, List.of(TestCorrespondence.letter(subject + "@example.org", link.placeholder())));
		mails.post(new MailOrder("test-letter", subject.toString(), "test", subject, Map.of()));
		mail = reader.find(null, subject.toString(), 0, 1).getFirst();
	}

	@Test
	void coordinatorsFindAMailByItsReader() throws Exception {
		mvc.perform(get(search(subject + "@EXAMPLE", "")).session(session).with(COORDINATOR))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString(subject + "@example.org"), containsString("Waiting"))));
		mvc.perform(get(search(subject.toString(), "sent")).session(session).with(COORDINATOR))
			.andExpect(content().string(containsString("There are no such mails")));
		mvc.perform(get("/staff/mails").param("state", "lost").with(COORDINATOR)).andExpect(status().isBadRequest());
	}

	@Test
	void whoIsLookedForStandsInNoAddressAndIsForgottenWithTheSession() throws Exception {
		String found = search(subject + "@example.org", "queued");
		assertThat(found).startsWith("/staff/mails?").contains("state=queued").doesNotContain(subject.toString(), "example");
		mvc.perform(get(found).session(session).with(COORDINATOR))
			.andExpect(content().string(allOf(containsString("value=\"" + subject + "@example.org\""),
					not(containsString("please type it once more")))));
		mvc.perform(get(found).with(COORDINATOR))
			.andExpect(content().string(allOf(containsString("please type it once more"),
					not(containsString("value=\"" + subject)))));
	}

	@Test
	void aMailIsShownAsItWasSentWithItsLinksHidden() throws Exception {
		mvc.perform(get("/staff/mails/" + mail.id()).with(COORDINATOR))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("personal-link-hidden"), containsString("Message-ID"),
					not(containsString(link.placeholder())))));
	}

	@Test
	void itsHtmlMayBeFramedByUsAndFetchesNothing() throws Exception {
		mvc.perform(get("/staff/mails/" + mail.id() + "/html").with(COORDINATOR))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Security-Policy", allOf(containsString("default-src 'none'"),
					containsString("frame-ancestors 'self'"), containsString("sandbox"))))
			.andExpect(content().string(allOf(containsString("personal-link-hidden"),
					not(containsString(link.placeholder())))));
	}

	@Test
	void sendingAgainIsAPersonsDecisionAndRecorded() throws Exception {
		makePossiblySent();

		mvc.perform(post("/staff/mails/" + mail.id() + "/send-again").with(COORDINATOR).with(csrf()))
			.andExpect(redirectedUrl("/staff/mails/" + mail.id()));

		assertThat(reader.find(mail.id()).orElseThrow().state()).isEqualTo(MailState.QUEUED);
		assertThat(audit.of(mail.id())).singleElement()
			.satisfies(entry -> assertThat(entry.actor() + " " + entry.action()).isEqualTo("olga send-mail-again"));
		mvc.perform(post("/staff/mails/" + mail.id() + "/arrived").with(COORDINATOR).with(csrf()))
			.andExpect(status().isConflict());
	}

	@Test
	void aMailThatArrivedIsNotSentAgain() throws Exception {
		makePossiblySent();

		mvc.perform(post("/staff/mails/" + mail.id() + "/arrived").with(COORDINATOR).with(csrf()))
			.andExpect(status().is3xxRedirection());

		assertThat(reader.find(mail.id()).orElseThrow().state()).isEqualTo(MailState.SENT);
		assertThat(audit.of(mail.id())).singleElement()
			.satisfies(entry -> assertThat(entry.action()).isEqualTo("settle-mail-as-arrived"));
	}

	@Test
	void decidingNeedsOurOwnFormAndTheRightGroup() throws Exception {
		makePossiblySent();
		String again = "/staff/mails/" + mail.id() + "/send-again";

		mvc.perform(post(again).with(COORDINATOR)).andExpect(status().isForbidden());
		mvc.perform(post(again).with(user("rita").roles("reviewers")).with(csrf())).andExpect(status().isForbidden());
		mvc.perform(get("/staff/mails").with(user("rita").roles("reviewers"))).andExpect(status().isForbidden());
		mvc.perform(get("/staff/mails/" + mail.id() + "/html").with(user("rita").roles("mentors")))
			.andExpect(status().isForbidden());

		assertThat(reader.find(mail.id()).orElseThrow().state()).isEqualTo(MailState.POSSIBLY_SENT);
	}

	@Test
	void anUnknownMailIsNotFound() throws Exception {
		mvc.perform(get("/staff/mails/" + UUID.randomUUID()).with(COORDINATOR)).andExpect(status().isNotFound());
	}

	private String search(String words, String state) throws Exception {
		return mvc.perform(post("/staff/mails/search").session(session).param("q", words).param("state", state)
				.with(COORDINATOR).with(csrf()))
			.andExpect(status().isSeeOther())
			.andReturn().getResponse().getRedirectedUrl();
	}

	private void makePossiblySent() {
		UUID owner = UUID.randomUUID();
		LedgerEntry claimed;
		do {
			claimed = ledger.claim(owner).orElseThrow();
		}
		while (!claimed.id().equals(mail.id()));
		ledger.setAside(mail.id(), owner, MailState.POSSIBLY_SENT, "The connection broke.");
	}
}
