package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ReviewMailsTests {

	@Autowired
	Mails mails;

	@Autowired
	Reviews reviews;

	@Autowired
	Applications applications;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	private Assignment mine;

	private String code;

	@BeforeEach
	void somebodyHasAReview() {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		UUID application = applicants.in(applicants.closedRound(5)).named("MARKER-name", "marker@example.org").store();
		mine = reviews.assign(application, 1).orElseThrow();
		code = applications.get(application).code();
	}

	@Test
	void theReviewerIsToldOfATaskAndRemindedByCodeAlone() {
		for (String template : List.of("review-assigned", "review-reminder")) {
			mails.post(new MailOrder(template, template + ":" + mine.reviewId(), "reviewer", mine.reviewId(),
					Map.of("reviewBy", mine.dueAt().toString())));
		}
		assertThat(texts(mine.reviewId())).hasSize(2)
			.allMatch(text -> text.contains(code) && text.contains(mine.path()))
			.noneMatch(text -> text.contains("MARKER") || text.contains("marker@"));
	}

	@Test
	void coordinatorsAreToldWhoseReviewIsOverdue() {
		mails.post(new MailOrder("review-overdue", "review-overdue:" + mine.reviewId(), "coordinators", mine.applicationId(),
				Map.of("reviewId", mine.reviewId().toString(), "reviewBy", mine.dueAt().toString())));
		assertThat(texts(mine.applicationId())).singleElement().asString().contains(code).contains("Reviewer");
	}

	private List<String> texts(UUID subject) {
		return jdbc.sql("select body_text from mail where subject_id = ?").param(subject).query(String.class).list();
	}
}
