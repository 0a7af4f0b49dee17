package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import org.cohort.links.LinkRef;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

@ApplicationTest
class ExtensionsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	ApplicationTable table;

	@Autowired
	Extensions extensions;

	@Autowired
	StatusLinks statusLinks;

	@Autowired
	Links links;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	Instant later;

	MultiValueMap<String, String> form;

	@BeforeEach
	void openARound() {
		round = Rounds.open(programmes, clock);
		later = round.closesAt().plus(Duration.ofDays(3));
		form = Forms.filled();
	}

	@AfterEach
	void resetTheClock() {
		clock.reset();
	}

	@Test
	void whoHasMoreTimeGetsALinkAndAppliesAfterTheClosingAndTheRoundWaits() {
		assertThat(grant(form.getFirst("email"))).hasStatus3xxRedirection();
		close();
		assertThat(table.settled(round.id())).as("somebody is waited for").isFalse();
		UUID draft = jdbc.sql("select draft_id from deadline_extension where round_id = ?").param(round.id())
				.query(UUID.class).single();
		assertThat(mvc.get().uri(draftLink(draft))).hasStatusOk().bodyText().contains(form.getFirst("email"), "q.motivation");
		form.set("form", draft.toString());
		assertThat(send()).hasStatus3xxRedirection().redirectedUrl().startsWith("/about-you/");
		UUID application = applications.inRound(round.id()).getFirst().id();
		assertThat(table.settled(round.id())).isFalse();
		applications.advance(application, Stage.IN_POOL);
		assertThat(table.settled(round.id())).as("their application was the last one").isTrue();
	}

	@Test
	void whoSendsNothingIsWaitedForOnlyUntilTheirTimeIsOver() {
		grant(form.getFirst("email"));
		close();
		extensions.settle();
		assertThat(table.settled(round.id())).isFalse();
		clock.forward(Duration.ofDays(3));
		extensions.settle();
		assertThat(table.settled(round.id())).isTrue();
		assertThat(send()).hasStatusOk().bodyText().contains("This round closed on");
	}

	@Test
	void nobodyElseAppliesAfterTheClosing() {
		grant("somebody.else@example.org");
		close();
		assertThat(send()).hasStatusOk().bodyText().contains("This round closed on", "What you typed is kept");
		assertThat(applications.inRound(round.id())).isEmpty();
	}

	@Test
	void whatWasSentCanBeChangedUntilTheOwnDeadline() {
		send();
		UUID application = applications.inRound(round.id()).getFirst().id();
		String own = statusLinks.uri(application).getPath();
		grant(form.getFirst("email"));
		assertThat(mailsTo(form.getFirst("email"), "deadline-extended-sent")).isOne();
		close();
		form.remove("name");
		form.remove("email");
		form.set("q.goals", "Thought again");
		assertThat(mvc.post().uri(own + "/change").with(csrf()).params(form)).hasStatus3xxRedirection();
		assertThat(table.answers(application).one("goals")).contains("Thought again");
		clock.forward(Duration.ofDays(3));
		assertThat(mvc.get().uri(own + "/change")).bodyText().contains("can no longer be changed");
	}

	@Test
	void anExtensionIsOnRecordAndItsMailGoesToTheDraft() {
		form.set("action", "save");
		send();
		grant(form.getFirst("email").toUpperCase(java.util.Locale.ROOT));
		UUID draft = UUID.fromString(form.getFirst("form"));
		assertThat(jdbc.sql("select actor || ' ' || action from audit_entry where subject_id = ?").param(draft)
				.query(String.class).list()).containsExactly("olga extend-deadline");
		var mail = jdbc.sql("select body_text || body_html from mail where subject_id = ? and template = 'deadline-extended'")
				.param(draft).query(String.class).single();
		assertThat(mail).contains("Hello Amara Okafor", "cohort-link:").doesNotContain("??", "${", "ill at home");
		assertThat(mvc.get().uri("/staff/rounds/" + round.id() + "/extensions").with(user("olga").roles("coordinators")))
				.hasStatusOk().bodyText().contains(form.getFirst("email"), "ill at home");
		assertThat(mvc.get().uri("/staff/rounds/" + round.id()).with(user("carl").roles("committee"))).hasStatusOk()
				.bodyText().doesNotContain(form.getFirst("email"), "More time for one person");
	}

	@Test
	void thePageOfAnApplicationLeadsHereWithoutAnAddressInTheAddress() {
		send();
		UUID application = applications.inRound(round.id()).getFirst().id();
		String there = "/staff/rounds/" + round.id() + "/extensions?application=" + application;
		var olga = user("olga").roles("coordinators");
		assertThat(mvc.get().uri("/staff/applications/" + application).with(olga)).hasStatusOk().bodyText()
				.contains("href=\"" + there + "\"").doesNotContain("?email", "email=");
		String filledIn = "value=\"" + form.getFirst("email") + "\"";
		assertThat(mvc.get().uri(there).with(olga)).hasStatusOk().bodyText().contains(filledIn);
		Round another = Rounds.open(programmes, clock);
		assertThat(mvc.get().uri(there.replace(round.id().toString(), another.id().toString())).with(olga)).hasStatusOk()
				.bodyText().as("whose application is in another round").doesNotContain(filledIn);
	}

	@Test
	void anExtensionThatHelpsNobodyIsRefusedInWords() {
		assertThat(grant("no address")).hasStatus(422).bodyText().contains("does not look like an e-mail address",
				"ill at home");
		later = round.closesAt().minusSeconds(3600);
		assertThat(grant("a@example.org")).hasStatus(422).bodyText().contains("after the closing");
		later = round.runStartsAt().plusSeconds(3600);
		assertThat(grant("a@example.org")).hasStatus(422).bodyText().contains("before the run starts");
		later = round.closesAt().plus(Duration.ofDays(1));
		applications.closeRound(round.id());
		assertThat(grant("a@example.org")).hasStatus(422).bodyText().contains("it is too late");
	}

	private MvcTestResult grant(String email) {
		return mvc.post().uri("/staff/rounds/" + round.id() + "/extensions").with(csrf())
				.with(user("olga").roles("coordinators")).param("email", email).param("reason", "ill at home")
				.param("until", DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
						.format(later.atZone(round.settings().timeZone())))
				.exchange();
	}

	private void close() {
		clock.forward(Duration.between(clock.instant(), round.closesAt()).plusSeconds(120));
		applications.closeRound(round.id());
	}

	private String draftLink(UUID draft) {
		return jdbc.sql("select id from link where subject_id = ? and purpose = 'DRAFT'").param(draft)
				.query((row, number) -> links.uri(new LinkRef(row.getObject(1, UUID.class))).getPath())
				.single();
	}

	private MvcTestResult send() {
		return mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form).exchange();
	}

	private int mailsTo(String address, String template) {
		return jdbc.sql("select count(*) from mail where recipient = ? and template = ?").param(address)
				.param(template).query(Integer.class).single();
	}
}
