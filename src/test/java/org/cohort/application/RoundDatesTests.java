package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.links.LinkPurpose;
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

@ApplicationTest
class RoundDatesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Links links;

	@Autowired
	AuditTrail audit;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	StaffRoundDates.Form shown;

	@BeforeEach
	void anOpenRound() {
		round = Rounds.open(programmes, clock);
		shown = StaffRoundDates.Form.of(round, round.settings().timeZone());
	}

	@AfterEach
	void resetTheClock() {
		clock.reset();
	}

	@Test
	void aLaterClosingReachesApplicantsTheEngineAndTheLinksToDrafts() {
		LinkRef link = links.issue(LinkPurpose.DRAFT, UUID.randomUUID(), round.slug(), round.closesAt());
		Instant later = round.closesAt().plus(Duration.ofDays(3));
		assertThat(send(Map.of("closes", typed(later)))).hasStatus3xxRedirection();

		Round now = programmes.round(round.id());
		assertThat(Duration.between(later, now.closesAt()).abs()).isLessThan(Duration.ofMinutes(1));
		assertThat(now.plan().opensAt()).isEqualTo(round.opensAt());
		clock.forward(Duration.between(clock.instant(), round.closesAt().plus(Duration.ofDays(1))));
		assertThat(mvc.get().uri("/apply/{slug}", round.slug())).hasStatusOk().bodyText().contains("q-motivation");
		assertThat(links.find(LinkPurpose.DRAFT, subject(link), round.slug())).contains(link);
		assertThat(jdbc.sql("select count(*) from event_publication where event_type like '%RoundDatesChanged' "
				+ "and serialized_event like ?").param("%" + round.id() + "%").query(Integer.class).single()).isOne();
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action).contains("change-round");
	}

	@Test
	void whatIsWrongStandsBesideItsFieldAndNothingIsChanged() {
		assertThat(send(Map.of("closes", "soon", "seats", "none"))).hasStatus(422).bodyText()
				.contains("id=\"closes-error\"", "id=\"seats-error\"", "value=\"none\"", "Nothing was changed");
		assertThat(send(Map.of("starts", typed(round.closesAt().minus(Duration.ofDays(1)))))).hasStatus(422).bodyText()
				.contains("id=\"starts-error\"");
		assertThat(send(Map.of("opens", typed(round.opensAt().minus(Duration.ofDays(1)))))).hasStatus(422).bodyText()
				.contains("has opened already");
		assertThat(programmes.round(round.id())).isEqualTo(round);
	}

	@Test
	void theSecondOfTwoIsToldWhatTheFirstDid() {
		assertThat(send(Map.of("seats", "6"))).hasStatus3xxRedirection();
		assertThat(send(Map.of("seats", "7"))).hasStatus(422).bodyText()
				.contains("Somebody else has changed the round meanwhile", "places: 6");
		assertThat(programmes.round(round.id()).seats()).isEqualTo(6);
	}

	@Test
	void aClosedRoundKeepsItsDates() {
		programmes.markClosed(round.id());
		assertThat(send(Map.of("seats", "6"))).hasStatus(422).bodyText().contains("closed meanwhile");
	}

	private UUID subject(LinkRef link) {
		return jdbc.sql("select subject_id from link where id = ?").param(link.id()).query(UUID.class).single();
	}

	private String typed(Instant instant) {
		return instant.atZone(round.settings().timeZone()).toLocalDateTime().toString().substring(0, 16);
	}

	private MvcTestResult send(Map<String, String> changes) {
		var request = mvc.post().uri("/staff/rounds/{id}/dates", round.id())
				.with(user("olga").roles("coordinators")).with(csrf()).param("seen", shown.seen());
		Map.of("title", shown.title(), "opens", shown.opens(), "closes", shown.closes(), "starts", shown.starts(),
				"seats", shown.seats()).forEach((field, value) -> request.param(field, changes.getOrDefault(field, value)));
		return request.exchange();
	}
}
