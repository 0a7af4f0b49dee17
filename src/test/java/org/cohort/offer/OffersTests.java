package org.cohort.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@RecordApplicationEvents
class OffersTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	Offers offers;

	@Autowired
	Applications applications;

	@Autowired
	Links links;

	@Autowired
	Mails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	@Autowired
	ApplicationEvents published;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	private Round round;

	private UUID application;

	@BeforeEach
	void somebodyInThePool() {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		round = applicants.closedRound(5);
		application = applicants.in(round).at(Stage.IN_POOL).store();
	}

	@AfterEach
	void backToToday() {
		clock.reset();
	}

	@Test
	void anOfferHasTheProgrammesDeadlineAndIsMadeOnce() {
		Offer offer = offers.make(application);
		assertThat(Duration.between(offer.madeAt(), offer.expiresAt())).isEqualTo(round.settings().offerWithin());
		assertThat(offers.make(application)).isEqualTo(offer);
		assertThat(applications.stage(application)).isEqualTo(Stage.OFFERED);
	}

	@Test
	void openingTheLinksChangesNothing() throws Exception {
		offers.make(application);
		for (String page : List.of("", "/accept", "/decline")) {
			mvc.perform(get(path() + page)).andExpect(status().isOk());
		}
		assertThat(offers.of(application).orElseThrow().state()).isEqualTo(OfferState.OPEN);
	}

	@Test
	void thePageSaysWhatIsOfferedAndTheDeadlineInTheReadersTimeZone() throws Exception {
		offers.make(application);
		mvc.perform(get(path())).andExpect(content().string(containsString("West Africa")))
			.andExpect(content().string(containsString(round.programme().name())))
			.andExpect(content().string(containsString(round.settings().weeks() + " weeks")));
	}

	@Test
	void anAcceptedOfferTakesTheSeatOnceTheProcessClosesIt() throws Exception {
		offers.make(application);
		mvc.perform(post(path() + "/accept").with(csrf())).andExpect(status().is3xxRedirection());
		assertThat(published.stream(Offers.Answered.class)).contains(new Offers.Answered(application, true));
		assertThat(offers.close(application)).isEqualTo(OfferState.ACCEPTED);
		assertThat(offers.close(application)).isEqualTo(OfferState.ACCEPTED);
		assertThat(applications.stage(application)).isEqualTo(Stage.ACCEPTED);
		assertThat(published.stream(Offers.Closed.class).filter(closed -> closed.applicationId().equals(application)))
			.containsExactly(new Offers.Closed(application, round.id(), "accepted"));
		mvc.perform(get(path())).andExpect(content().string(containsString("You are in. Welcome!")));
	}

	@Test
	void theSameAnswerTwiceIsOneAnswerAndAnotherOneIsTooLate() throws Exception {
		offers.make(application);
		mvc.perform(post(path() + "/decline").with(csrf())).andExpect(status().is3xxRedirection());
		mvc.perform(post(path() + "/decline").with(csrf())).andExpect(status().is3xxRedirection());
		mvc.perform(post(path() + "/accept").with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("You had answered before")));
		assertThat(published.stream(Offers.Answered.class).filter(answer -> answer.applicationId().equals(application)))
				.hasSize(1);
		assertThat(offers.close(application)).isEqualTo(OfferState.DECLINED);
		assertThat(applications.stage(application)).isEqualTo(Stage.DECLINED);
	}

	@Test
	void anAnswerAfterTheDeadlineIsTooLateAndIsToldKindly() throws Exception {
		Offer offer = offers.make(application);
		clock.forward(Duration.between(clock.instant(), offer.expiresAt()).plusSeconds(1));
		mvc.perform(get(path())).andExpect(content().string(containsString("The time to answer is over")));
		mvc.perform(post(path() + "/accept").with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("The time to answer is over")))
			.andExpect(content().string(not(containsString("You had answered before"))));
		assertThat(offers.close(application)).isEqualTo(OfferState.EXPIRED);
		assertThat(applications.stage(application)).isEqualTo(Stage.OFFER_EXPIRED);
	}

	@Test
	void ofAnAnswerAndAnExpiryAtTheSameMomentExactlyOneCounts() throws Exception {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		try (var threads = Executors.newFixedThreadPool(2)) {
			for (int i = 0; i < 30; i++) {
				UUID one = applicants.in(round).at(Stage.IN_POOL).store();
				offers.make(one);
				List<Callable<Object>> race = List.of(() -> offers.answer(one, true), () -> offers.close(one));
				var results = threads.invokeAll(i % 2 == 0 ? race : race.reversed());
				boolean accepted = (boolean) results.get(i % 2 == 0 ? 0 : 1).get();
				OfferState expected = accepted ? OfferState.ACCEPTED : OfferState.EXPIRED;
				assertThat(offers.close(one)).isEqualTo(expected);
				assertThat(applications.stage(one)).isEqualTo(accepted ? Stage.ACCEPTED : Stage.OFFER_EXPIRED);
			}
		}
	}

	@Test
	void whoWithdrawsHasNoOfferAnyMore() throws Exception {
		offers.make(application);
		applications.advance(application, Stage.WITHDRAWN);
		transaction.executeWithoutResult(status -> events.publishEvent(new Applications.Withdrawn(application)));
		await().untilAsserted(() -> assertThat(offers.of(application).orElseThrow().state()).isEqualTo(OfferState.WITHDRAWN));
		mvc.perform(post(path() + "/accept").with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("There is no offer any more")));
		assertThat(applications.stage(application)).isEqualTo(Stage.WITHDRAWN);
	}

	@Test
	void whoWithdrawsRightAfterAcceptingTakesNoSeatEvenIfTheAnswerIsHeardFirst() {
		offers.make(application);
		assertThat(offers.answer(application, true)).isTrue();
		applications.advance(application, Stage.WITHDRAWN);
		assertThat(offers.close(application)).isEqualTo(OfferState.WITHDRAWN);
		assertThat(published.stream(Offers.Closed.class).filter(closed -> closed.applicationId().equals(application)))
			.containsExactly(new Offers.Closed(application, round.id(), "withdrawn"));
		assertThat(applications.stage(application)).isEqualTo(Stage.WITHDRAWN);
	}

	@Test
	void somebodyElsesLinkOpensNothing() throws Exception {
		offers.make(application);
		String status = links.uri(links.issue(LinkPurpose.STATUS, application, "", clock.instant().plusSeconds(60)))
				.getPath();
		mvc.perform(get("/offer/" + status.substring(status.lastIndexOf('/') + 1))).andExpect(status().is4xxClientError());
	}

	@ParameterizedTest
	@ValueSource(strings = { "offer", "offer-reminder", "offer-expired", "offer-declined", "offer-accepted" })
	void everyMailAboutAnOfferCanBeWritten(String template) {
		offers.make(application);
		mails.post(new MailOrder(template, template + ":" + application, "applicant", application, Map.of()));
	}

	private String path() {
		Offer offer = offers.of(application).orElseThrow();
		return links.uri(links.issue(LinkPurpose.OFFER, application, "", Offers.linkExpires(offer))).getPath();
	}
}
