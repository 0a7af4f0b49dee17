package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

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
class ApplyPageTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	@BeforeEach
	void openARound() {
		round = Rounds.open(programmes, clock);
	}

	@AfterEach
	void resetTheClock() {
		clock.reset();
	}

	@Test
	void theFirstPageShowsTheOpenRound() {
		assertThat(mvc.get().uri("/")).hasStatusOk().bodyText().contains(round.title(), "/apply/" + round.slug());
	}

	@Test
	void theFormAsksEveryQuestionOfTheProgrammeWithALabel() {
		var page = mvc.get().uri("/apply/" + round.slug()).exchange();
		assertThat(page).hasStatusOk();
		round.settings().questions().forEach(question -> assertThat(page).bodyText()
				.contains("name=\"q." + question.key()).contains("id=\"q-" + question.key() + "\""));
	}

	@Test
	void showingTheFormChangesNothing() {
		mvc.get().uri("/apply/" + round.slug()).exchange();
		assertThat(count("application_draft")).isZero();
	}

	@Test
	void aGoodFormIsStoredWithItsEventAndLeadsToTheVoluntaryPage() {
		var form = Forms.filled();
		assertThat(send(form)).hasStatus3xxRedirection().redirectedUrl().startsWith("/about-you/");
		var application = applications.inRound(round.id()).getFirst();
		assertThat(application.stage()).isEqualTo(Stage.UNCONFIRMED);
		assertThat(application.code()).matches("[A-Z0-9]{4}-[A-Z0-9]{2}");
		assertThat(applications.contact(application.id()).email()).isEqualTo(form.getFirst("email"));
		assertThat(applications.facts(application.id())).isEqualTo(new Facts(2.5, 3, 12, true, true, false));
		assertThat(jdbc.sql("select count(*) from event_publication where serialized_event like ?")
				.param("%" + application.id() + "%").query(Integer.class).single()).isPositive();
	}

	@Test
	void somethingMissingIsToldBesideTheFieldAndNothingTypedIsLost() {
		var form = Forms.with("q.years", "");
		assertThat(send(form)).hasStatus(422).bodyText().contains("id=\"q-years-error\"", "aria-invalid=\"true\"",
				"I fixed the build of a small library", "Everything you typed is kept", form.getFirst("form"));
		assertThat(applications.inRound(round.id())).isEmpty();
		assertThat(count("application_draft")).isOne();
	}

	@Test
	void theSameFormSentTwiceIsOneApplicationAndGetsTheSameAnswer() {
		var form = Forms.filled();
		var first = send(form).getResponse().getRedirectedUrl();
		assertThat(send(form).getResponse().getRedirectedUrl()).isEqualTo(first);
		assertThat(applications.inRound(round.id())).hasSize(1);
	}

	@Test
	void theSameFormSentManyTimesAtOnceIsOneApplication() throws Exception {
		var form = Forms.filled();
		try (var threads = Executors.newFixedThreadPool(8)) {
			var answers = threads.invokeAll(IntStream.range(0, 16)
					.<Callable<String>>mapToObj(i -> () -> send(form).getResponse().getRedirectedUrl()).toList());
			assertThat(answers).extracting(answer -> answer.get()).containsOnly(answers.getFirst().get()).doesNotContainNull();
		}
		assertThat(applications.inRound(round.id())).hasSize(1);
	}

	@Test
	void theSameFormWithOtherAnswersIsToldThatTheFirstOnesCount() {
		var form = Forms.filled();
		send(form);
		form.set("q.motivation", "Something else.");
		assertThat(send(form)).hasStatus(409).bodyText().contains("You have sent this application already");
	}

	@Test
	void aSecondApplicationFromAnAddressLooksTheSameToStrangersAndWritesToTheOwner() {
		var form = Forms.filled();
		send(form);
		var second = Forms.filled();
		second.set("email", form.getFirst("email").toUpperCase(java.util.Locale.ROOT));
		assertThat(send(second)).hasStatus3xxRedirection().redirectedUrl().startsWith("/about-you/");
		assertThat(applications.inRound(round.id())).hasSize(1);
		assertThat(mailsTo(form.getFirst("email"), "already-applied")).isOne();
		second.set("form", UUID.randomUUID().toString());
		send(second);
		assertThat(mailsTo(form.getFirst("email"), "already-applied")).as("one mail a day").isOne();
	}

	@Test
	void whoHasWithdrawnMayApplyAgain() {
		var form = Forms.filled();
		send(form);
		applications.advance(applications.inRound(round.id()).getFirst().id(), Stage.WITHDRAWN);
		form.set("form", UUID.randomUUID().toString());
		assertThat(send(form)).hasStatus3xxRedirection();
		assertThat(applications.inRound(round.id())).hasSize(2);
	}

	@Test
	void afterClosingNothingIsTakenButWhatWasTypedIsKept() {
		var form = Forms.filled();
		clock.forward(java.time.Duration.ofDays(8));
		assertThat(send(form)).hasStatusOk().bodyText().contains("This round closed on", "What you typed is kept");
		assertThat(applications.inRound(round.id())).isEmpty();
		assertThat(count("application_draft")).isOne();
		assertThat(mvc.get().uri("/apply/" + round.slug())).hasStatusOk().bodyText().contains("This round closed on");
	}

	@Test
	void scriptsInFieldsAreShownAsTextNeverRun() {
		var script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
		var form = Forms.filled();
		form.replaceAll((field, value) -> field.equals("form") ? value : java.util.List.of(script));
		assertThat(send(form)).hasStatus(422).bodyText().doesNotContain("<script>alert", "<img src=x")
				.contains("&lt;script&gt;");
	}

	@Test
	void aQuestionThatTheProgrammeDoesNotAskIsAnsweredKindly() {
		assertThat(send(Forms.with("q.shoe-size", "43"))).hasStatus(422).bodyText()
				.contains("The programme changed this form").contains("I fixed the build of a small library");
	}

	@Test
	void wrongTypesEachGetAClearAnswer() {
		for (String[] wrong : new String[][] { { "q.years", "two" }, { "q.years", "1e999999999" },
				{ "q.contributions", "1.5" },
				{ "q.hours-per-week", "-3" }, { "q.country", "XX" }, { "q.time-zone", "Mars/Olympus" },
				{ "q.interests", "cooking" }, { "q.conduct", "maybe" }, { "q.profile", "javascript:alert(1)" },
				{ "email", "no address" }, { "email", "a@b@c.org" }, { "name", " " }, { "q.experience", "word ".repeat(251) },
				{ "q.motivation", "x".repeat(20_001) } }) {
			assertThat(send(Forms.with(wrong[0], wrong[1])))
					.as(wrong[0] + "=" + wrong[1].substring(0, Math.min(20, wrong[1].length())))
					.hasStatus(422).bodyText().contains("Not sent yet");
		}
		assertThat(applications.inRound(round.id())).isEmpty();
	}

	@Test
	void charactersThatNobodyTypesAreLeftOut() {
		assertThat(send(Forms.with("q.goals", "To\u0001 grow\u0007."))).hasStatus3xxRedirection();
		var id = applications.inRound(round.id()).getFirst().id();
		assertThat(applications.dossier(id).entries()).filteredOn(entry -> entry.key().equals("goals"))
				.first().extracting(Dossier.Entry::answers).isEqualTo(java.util.List.of("To grow."));
	}

	private MvcTestResult send(MultiValueMap<String, String> form) {
		return mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form).exchange();
	}

	private int count(String table) {
		return jdbc.sql("select count(*) from " + table + " where round_id = ?").param(round.id()).query(Integer.class)
				.single();
	}

	private int mailsTo(String address, String template) {
		return jdbc.sql("select count(*) from mail where recipient = ? and template = ?").param(address)
				.param(template).query(Integer.class).single();
	}
}
