package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;

/** An applicant changes an answer in the instant in which the first reviewer begins to judge it. */
@ApplicationTest
class ChangeMeetsReviewTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	ApplicationTable table;

	@Autowired
	StatusLinks statusLinks;

	@Autowired
	Standings standings;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	UUID application;

	@BeforeEach
	void applyAndComeUnderReview() {
		Round round = Rounds.open(programmes, clock);
		mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(Forms.filled()).exchange();
		application = applications.inRound(round.id()).getFirst().id();
		applications.advance(application, Stage.UNDER_REVIEW);
	}

	@Test
	void aReviewThatBeginsFirstKeepsTheAnswersAsTheyWere() {
		var change = whileInHand(this::reviewBegins, this::change);
		assertThat(change).hasStatus(422).bodyText().contains("begun to judge them");
		assertThat(goals()).isEqualTo("To review other people's changes kindly.");
	}

	@Test
	void aChangeThatComesFirstIsWhatReviewersJudge() {
		whileInHand(() -> assertThat(change()).hasStatus3xxRedirection(), this::reviewBegins);
		assertThat(goals()).isEqualTo("Otherwise after all");
		assertThat(standings.reviewHasBegun(application)).isTrue();
		assertThat(change()).as("the next one").hasStatus(422);
	}

	/** Does the one thing, and the other before the first is committed: it has to wait. */
	private <T> T whileInHand(Runnable first, Supplier<T> second) {
		CompletableFuture<T> waiting = transaction.execute(status -> {
			first.run();
			int holder = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
			var started = CompletableFuture.supplyAsync(second);
			await().until(() -> isWaitedFor(holder) || started.isDone());
			assertThat(started).as("waits for the other").isNotDone();
			return started;
		});
		return waiting.join();
	}

	private boolean isWaitedFor(int holder) {
		return jdbc.sql("select exists (select from pg_stat_activity where :holder = any(pg_blocking_pids(pid)))")
			.param("holder", holder)
			.query(Boolean.class)
			.single();
	}

	private boolean reviewBegins() {
		transaction.executeWithoutResult(status -> standings.reviewBegan(application, clock.instant()));
		return true;
	}

	private MvcTestResult change() {
		MultiValueMap<String, String> form = Forms.filled();
		form.remove("name");
		form.remove("email");
		form.keySet().removeIf(field -> Set.of("q.years", "q.contributions", "q.hours-per-week", "q.conduct")
			.contains(field));
		form.set("q.goals", "Otherwise after all");
		return mvc.post().uri(statusLinks.uri(application).getPath() + "/change").with(csrf()).params(form).exchange();
	}

	private String goals() {
		return table.answers(application).one("goals").orElseThrow();
	}
}
