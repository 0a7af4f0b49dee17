package org.cohort.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.allOf;
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
import java.util.List;
import java.util.UUID;

import org.cohort.evaluation.Evaluation.Judgement;
import org.cohort.links.Links;
import org.cohort.mentorship.Ending;
import org.cohort.mentorship.RunFixture;
import org.cohort.mentorship.Side;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
@RecordApplicationEvents
class EvaluationsTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	Evaluations evaluations;

	@Autowired
	FollowUps followUps;

	@Autowired
	Links links;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	@Autowired
	ApplicationEvents events;

	RunFixture run;

	@BeforeEach
	void fixture() {
		run = new RunFixture(context);
	}

	@AfterEach
	void presentTime() {
		run.clock.reset();
	}

	private UUID finished() {
		return run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
	}

	private Evaluation.Content allMet(UUID id) {
		return new Evaluation.Content(evaluations.criteria(id).stream()
			.map(criterion -> new Judgement(criterion.key(), Verdict.MET, "Seen it.")).toList(), "Start small.");
	}

	@Test
	void bothSidesEvaluateOnceAndWithinTheSameTime() {
		var id = finished();
		var schedule = evaluations.request(id);
		assertThat(evaluations.request(id)).isEqualTo(evaluations.schedule(id).orElseThrow());
		evaluations.evaluateByMentor(id, "maya.mentor", allMet(id));
		assertThatExceptionOfType(EvaluationRefused.class)
			.isThrownBy(() -> evaluations.evaluateByMentor(id, "maya.mentor", allMet(id)));
		assertThat(evaluations.isWritten(id, Side.PARTICIPANT)).isFalse();
		run.moveTo(schedule.closesAt().plusSeconds(1));
		assertThatExceptionOfType(EvaluationRefused.class)
			.isThrownBy(() -> evaluations.evaluateByParticipant(id, allMet(id)))
			.withMessageContaining("time for this evaluation is over");
		assertThat(events.stream(Evaluations.Evaluated.class)).contains(new Evaluations.Evaluated(id, "mentor"))
			.doesNotContain(new Evaluations.Evaluated(id, "participant"));
	}

	@Test
	void onlyTheOwnMentorEvaluatesAndNobodyBeforeTheEnd() {
		var id = finished();
		assertThatExceptionOfType(EvaluationRefused.class)
			.isThrownBy(() -> evaluations.evaluateByMentor(id, "maya.mentor", allMet(id)))
			.withMessageContaining("last week");
		evaluations.request(id);
		assertThatExceptionOfType(EvaluationRefused.class)
			.isThrownBy(() -> evaluations.evaluateByMentor(id, "noah.mentor", allMet(id)));
	}

	@Test
	void allCriteriaAreJudgedOrNothingIsKept() {
		var id = finished();
		evaluations.request(id);
		var first = evaluations.criteria(id).getFirst();
		assertThatExceptionOfType(EvaluationRefused.class).isThrownBy(() -> evaluations.evaluateByParticipant(id,
				new Evaluation.Content(List.of(new Judgement(first.key(), Verdict.MET, "")), "")));
		assertThat(evaluations.isWritten(id, Side.PARTICIPANT)).isFalse();
	}

	@Test
	void theParticipantsPageMarksWhatIsMissingAndThenThanks() throws Exception {
		var id = finished();
		evaluations.request(id);
		var page = links.uri(evaluations.page(id)).getPath();
		var first = evaluations.criteria(id).getFirst().key();
		mvc.perform(post(page).with(csrf()).param("verdicts[" + first + "]", "met").param("evidence[" + first + "]",
				"Kept words"))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("Kept words"), containsString("-error"),
					not(containsString("verdict-" + first + "-error\"")))));
		var request = post(page).with(csrf()).param("advice", "Be patient.");
		evaluations.criteria(id).forEach(one -> request.param("verdicts[" + one.key() + "]", "partly"));
		mvc.perform(request).andExpect(redirectedUrl(page));
		mvc.perform(get(page)).andExpect(content().string(allOf(containsString("Thank you!"), containsString("Be patient."),
				not(containsString("<form method=\"post\" action=\"/evaluation")))));
	}

	@Test
	void aMentorDoesNotSeeWhatTheParticipantWrote() throws Exception {
		var id = finished();
		evaluations.request(id);
		evaluations.evaluateByParticipant(id, new Evaluation.Content(evaluations.criteria(id).stream()
			.map(one -> new Judgement(one.key(), Verdict.NOT_MET, "Only between us")).toList(), ""));
		var page = "/staff/participations/%s/evaluation".formatted(id);
		mvc.perform(get(page).with(user("maya.mentor").roles("mentors"))).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("Only between us"))));
		mvc.perform(get(page).with(user("noah.mentor").roles("mentors"))).andExpect(status().isForbidden());
		mvc.perform(get(page).with(user("olga.coordinator").roles("coordinators")))
			.andExpect(content().string(containsString("Only between us")));
	}

	@Test
	void followUpsAreCountedFromTheEndAndTheLatestAnswerIsTheOutcome() {
		var id = finished();
		run.participations.complete(id);
		var planned = followUps.plan(id);
		assertThat(planned).hasSize(3).isEqualTo(followUps.plan(id)).allSatisfy(
				one -> assertThat(Duration.between(one.askAt(), one.remindAt())).isEqualTo(Duration.ofDays(14)));
		followUps.answer(id, 1, new FollowUp.Answer(Contributing.EVERY_WEEK, "The importer", 9, ""));
		assertThat(outcome(id)).isEqualTo("regular-contributor");
		followUps.close(id, 2);
		assertThat(outcome(id)).isEqualTo("regular-contributor");
		followUps.answer(id, 3, new FollowUp.Answer(Contributing.NOT_AT_THE_MOMENT, "", 10, "A baby!"));
		assertThat(outcome(id)).isEqualTo("not-contributing");
		assertThatExceptionOfType(EvaluationRefused.class)
			.isThrownBy(() -> followUps.answer(id, 2, new FollowUp.Answer(Contributing.NOW_AND_THEN, "", 5, "")));
		followUps.close(id, 1);
		assertThat(followUps.get(id, 1).state()).isEqualTo(FollowUp.State.ANSWERED);
	}

	@Test
	void whoLeftIsNotAskedToEvaluate() {
		var id = finished();
		run.participations.end(id, Ending.LEFT, "participant", "");
		assertThat(evaluations.closedFor(id, Side.PARTICIPANT)).isPresent();
	}

	@Test
	void theFollowUpPageTakesOneAnswer() throws Exception {
		var id = finished();
		run.participations.complete(id);
		followUps.plan(id);
		var page = links.uri(followUps.page(id, 1)).getPath();
		mvc.perform(get(page)).andExpect(status().isOk());
		mvc.perform(post(page).with(csrf()).param("recommends", "11").param("what", "Kept words"))
			.andExpect(content().string(allOf(containsString("contributing-error"), containsString("recommends-error"),
					containsString("Kept words"))));
		mvc.perform(post(page).with(csrf()).param("contributing", "every-month").param("recommends", "10"))
			.andExpect(redirectedUrl(page));
		mvc.perform(get(page)).andExpect(content().string(containsString("Thank you!")));
		assertThat(events.stream(Evaluations.FollowUpAnswered.class)).contains(new Evaluations.FollowUpAnswered(id, 1));
	}

	private String outcome(UUID id) {
		return jdbc.sql("select outcome from participation_outcome where participation_id = :id").param("id", id)
			.query(String.class).single();
	}
}
