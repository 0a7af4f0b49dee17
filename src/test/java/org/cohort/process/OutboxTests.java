package org.cohort.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.cohort.support.StubbornListener;
import org.cohort.support.StubbornListener.Happened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@Import(OutboxTests.Listeners.class)
class OutboxTests {

	@Autowired
	Outbox outbox;

	@Autowired
	EngineState engine;

	@Autowired
	StubbornListener listener;

	@Autowired
	TellsTheEngine engineListener;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	private final UUID id = UUID.randomUUID();

	@BeforeEach
	@AfterEach
	void empty() {
		jdbc.sql("delete from event_publication").update();
		clock.reset();
		engine.away(new IllegalStateException("as in every test of this class but one"));
	}

	@Test
	void anEventIsHeardOnceWhenAllIsWell() {
		happen(id);

		await().untilAsserted(() -> assertThat(listener.done(id)).isEqualTo(1));
		clock.forward(Duration.ofHours(1));
		outbox.resubmitDue();
		assertThat(listener.heard(id)).isEqualTo(1);
	}

	@Test
	void aListenerThatFailedIsAskedAgainAfterAPauseThatGrows() {
		engineIsThere();
		listener.refuse(id, 2);
		happen(id);
		awaitFailures(1);

		outbox.resubmitDue();
		assertThat(listener.heard(id)).as("not yet").isEqualTo(1);

		clock.forward(Duration.ofSeconds(9));
		outbox.resubmitDue();
		awaitHeard(2);
		clock.forward(Duration.ofSeconds(1));
		outbox.resubmitDue();
		assertThat(listener.heard(id)).as("a longer pause").isEqualTo(2);

		clock.forward(Duration.ofMinutes(1));
		outbox.resubmitDue();
		await().untilAsserted(() -> assertThat(listener.done(id)).isEqualTo(1));
		await().untilAsserted(() -> assertThat(mine()).isZero());
		assertThat(listener.heard(id)).isEqualTo(3);
	}

	@Test
	void whatFailsForEverKeepsNobodyElseWaiting() {
		List<UUID> hopeless = Stream.generate(UUID::randomUUID).limit(Outbox.AT_ONCE + 20).toList();
		hopeless.forEach(one -> listener.refuse(one, 1_000));
		hopeless.forEach(this::happen);
		listener.refuse(id, 1);
		happen(id);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(failed()).isEqualTo(hopeless.size() + 1));

		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			clock.forward(Duration.ofSeconds(10));
			outbox.resubmitDue();
			assertThat(listener.done(id)).isEqualTo(1);
		});
	}

	@Test
	void anEventWhoseApplicationDiedBeforeItWasHeardIsHeardAfterTheNextStart() {
		happen(id);
		await().untilAsserted(() -> assertThat(listener.done(id)).isEqualTo(1));
		jdbc.sql("update event_publication set completion_date = null, status = 'PROCESSING', "
				+ "last_resubmission_date = null, "
				+ "publication_date = publication_date - interval '1 hour' where serialized_event like :id")
			.param("id", "%" + id + "%").update();

		outbox.resubmitDue();

		await().untilAsserted(() -> assertThat(listener.done(id)).isEqualTo(2));
	}

	@Test
	void eventsForTheEngineWaitWithoutBeingTriedUntilItIsBackAndThenGoAtOnce() {
		happen(id);
		await().untilAsserted(() -> assertThat(listener.done(id)).as("what is not for the engine goes on").isEqualTo(1));
		outbox.resubmitDue();
		assertThat(engineListener.told(id)).as("pointless while it is away").isZero();

		clock.forward(Duration.ofSeconds(1));
		engineIsThere();
		outbox.resubmitDue();

		await().untilAsserted(() -> assertThat(engineListener.told(id)).isEqualTo(1));
		await().untilAsserted(() -> assertThat(mine()).isZero());
	}

	@Test
	void eventsThatTheEngineDidNotTakeWaitUntilItIsBackAndThenGoAtOnce() {
		engineIsThere();
		engineListener.refuse(true);
		happen(id);
		await().untilAsserted(() -> assertThat(engineListener.told(id)).isEqualTo(1));
		awaitFailures(1);
		engine.away(new IllegalStateException("as it turned out"));

		clock.forward(Duration.ofHours(1));
		outbox.resubmitDue();
		assertThat(engineListener.told(id)).as("pointless while it is away").isEqualTo(1);

		engineListener.refuse(false);
		engine.answered();
		outbox.resubmitDue();

		await().untilAsserted(() -> assertThat(engineListener.told(id)).isEqualTo(2));
		await().untilAsserted(() -> assertThat(mine()).isZero());
	}

	@Test
	void oldEventsThatWereHeardAreForgotten() {
		engineIsThere();
		happen(id);
		await().untilAsserted(() -> assertThat(mine()).isZero());

		clock.forward(Duration.ofDays(8));
		outbox.forgetOld();

		assertThat(jdbc.sql("select count(*) from event_publication").query(Integer.class).single()).isZero();
	}

	@Test
	void whatKeepsFailingIsShownAndCanBeTriedAtOnce(@Autowired MockMvc mvc) throws Exception {
		listener.refuse(id, Outbox.SHOWN_FROM);
		happen(id);
		awaitFailures(1);
		for (int attempt = 1; attempt < Outbox.SHOWN_FROM; attempt++) {
			clock.forward(Duration.ofMinutes(6));
			outbox.resubmitDue();
			awaitHeard(attempt + 1);
			awaitFailures(1);
		}

		mvc.perform(get("/staff/stuck").with(user("olga").roles("coordinators")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Happened → StubbornListener")));
		mvc.perform(post("/staff/stuck/events/retry").with(user("olga").roles("coordinators")).with(csrf()))
			.andExpect(status().is3xxRedirection());
		awaitHeard(Outbox.SHOWN_FROM + 1);

		await().untilAsserted(() -> assertThat(listener.done(id)).isEqualTo(1));
		mvc.perform(get("/staff/stuck").with(user("rita").roles("reviewers"))).andExpect(status().isForbidden());
	}

	private void engineIsThere() {
		engine.markDeployed();
		engine.answered();
	}

	private void happen(UUID what) {
		transaction.executeWithoutResult(status -> events.publishEvent(new Happened(what)));
	}

	private void awaitHeard(int times) {
		await().untilAsserted(() -> assertThat(listener.heard(id)).isEqualTo(times));
		await().untilAsserted(() -> assertThat(underWay()).isZero());
	}

	private void awaitFailures(int count) {
		await().untilAsserted(() -> assertThat(failed()).isEqualTo(count));
	}

	private int failed() {
		return jdbc.sql("select count(*) from event_publication where status = 'FAILED'").query(Integer.class).single();
	}

	private int underWay() {
		return jdbc.sql("select count(*) from event_publication where status in ('PROCESSING', 'RESUBMITTED')")
			.query(Integer.class).single();
	}

	private int mine() {
		return jdbc.sql("select count(*) from event_publication where completion_date is null "
				+ "and serialized_event like :id").param("id", "%" + id + "%").query(Integer.class).single();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Listeners {

		@Bean
		StubbornListener stubbornListener() {
			return new StubbornListener();
		}

		@Bean
		TellsTheEngine tellsTheEngine() {
			return new TellsTheEngine();
		}
	}
}
