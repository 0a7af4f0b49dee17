package org.cohort.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.cohort.evaluation.Evaluations;
import org.cohort.evaluation.FollowUps;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every mail of a run, from the agreement to the last follow-up, as it stands in the ledger. */
@ApplicationTest
class RunMailsTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	Mails mails;

	@Autowired
	Evaluations evaluations;

	@Autowired
	FollowUps followUps;

	@Autowired
	JdbcClient jdbc;

	RunFixture run;

	record Posted(String recipient, String subjectLine, String bodyText, String bodyHtml) {
	}

	@BeforeEach
	void fixture() {
		run = new RunFixture(context);
	}

	@AfterEach
	void presentTime() {
		run.clock.reset();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			agreement-participant             | participant | please confirm our agreement
			agreement-participant-reminder    | participant | your agreement with Maya Mentor
			check-in                          | participant | Week 1 of 10: your check-in
			check-in-reminder                 | participant | your check-in for week 1
			evaluation-participant            | participant | final evaluation
			evaluation-participant-reminder   | participant | final evaluation
			follow-up                         | participant | Do you still contribute?
			follow-up-reminder                | participant | do you still contribute?
			agreement-mentor                  | mentor      | You are asked to mentor Amina Diallo
			agreement-mentor-reminder         | mentor      | will you mentor Amina Diallo
			log-reminder                      | mentor      | the log of Amina Diallo, week 1
			evaluation-mentor                 | mentor      | The final evaluation of Amina Diallo
			evaluation-mentor-reminder        | mentor      | the final evaluation of Amina Diallo
			""")
	void everyMailIsReadableInBothForms(String template, String audience, String subject) {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		evaluations.request(id);
		run.participations.complete(id);
		followUps.plan(id);
		var posted = post(template, audience, id);
		assertThat(posted.subjectLine()).contains(subject);
		for (var body : new String[] { posted.bodyText(), posted.bodyHtml() }) {
			assertThat(body).contains(audience.equals("mentor") ? "Hello Maya Mentor" : "Hello Amina Diallo")
				.doesNotContain("${", "[(", "null", "th:text", "th:if", "[[");
		}
		assertThat(posted.recipient()).isEqualTo(audience.equals("mentor") ? "maya.mentor@staff.example"
				: run.participations.get(id).applicationId() + "@people.example");
		assertThat(posted.bodyText()).containsPattern(audience.equals("mentor") ? "/staff/participations/" + id
				: "cohort-link:");
	}

	@Test
	void theGoodbyeIsKindWhoeverEndedIt() {
		var left = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		run.participations.end(left, Ending.LEFT, "participant", "private reasons");
		var ended = run.running(run.round(run.programme()), "Bo Lindqvist", "maya.mentor");
		run.participations.end(ended, Ending.ENDED_BY_MENTOR, "maya.mentor", "private reasons");
		assertThat(post("participation-ended", "participant", left).bodyText()).contains("that is all right");
		assertThat(post("participation-ended", "participant", ended).bodyText()).contains("a person reads it");
		assertThat(post("participation-ended-mentor", "mentor", ended).bodyText()).contains("Bo Lindqvist")
			.doesNotContain("private reasons");
	}

	@Test
	void coordinatorsHearOfSomebodyWhoLeavesBeforeThereIsAMentor() {
		var id = run.participations.start(run.accepted(run.round(run.programme()), "Amina Diallo"));
		run.participations.end(id, Ending.LEFT, "participant", "");
		assertThat(post("participation-ended-mentor", "mentor", id).recipient()).isEqualTo("olga.coordinator@staff.example");
	}

	private Posted post(String template, String audience, UUID id) {
		var key = template + ":" + id;
		mails.post(new MailOrder(template, key, audience, id, Map.of("weekNumber", "1", "followUpNumber", "1")));
		return jdbc.sql("select recipient, subject_line, body_text, body_html from mail where order_key = :key")
			.param("key", key)
			.query(Posted.class)
			.single();
	}
}
