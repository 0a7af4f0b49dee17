package org.cohort.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.cohort.application.Stage;
import org.cohort.application.Standings;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.review.ReviewDashboard.Load;
import org.cohort.support.Applicants;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class ReviewDashboardTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ReviewDashboard dashboard;

	@Autowired
	Standings standings;

	@Autowired
	Programmes programmes;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	@Test
	@SuppressWarnings("unchecked")
	void theDashboardCountsReviewsByReviewerAndByDay() {
		Applicants applicants = new Applicants(jdbc, programmes, clock);
		Round round = applicants.openRound(5);
		UUID first = applicants.in(round).at(Stage.UNDER_REVIEW).store();
		UUID second = applicants.in(round).at(Stage.UNDER_REVIEW).store();
		review(round, first, 1, "anna.reviewer", "scored", Duration.ofDays(1));
		review(round, second, 1, "anna.reviewer", "assigned", Duration.ofDays(-1));
		review(round, second, 2, "ben.reviewer", "assigned", Duration.ofDays(1));
		review(round, first, 2, "ben.reviewer", "released", Duration.ofDays(1));
		var model = dashboard.model(round.id());
		assertThat((List<Load>) model.get("loads")).containsExactly(new Load("Anna Reviewer", 1, 1, 1),
				new Load("Ben Reviewer", 0, 1, 0));
		List<ReviewDashboard.Day> days = (List<ReviewDashboard.Day>) model.get("days");
		assertThat(days).extracting(ReviewDashboard.Day::inTime).containsOnlyOnce(1);
		assertThat(days.stream().mapToInt(ReviewDashboard.Day::due).sum()).as("what was taken back is not due").isEqualTo(3);
		transaction.executeWithoutResult(status -> standings.screened(first, "ELIGIBLE"));
		assertThat(mvc.get().uri("/staff/rounds/" + round.id() + "/dashboard").with(user("olga").roles("coordinators")))
			.hasStatusOk().bodyText().contains("How far the applications came", "Anna Reviewer", "1 of 2", "50 %")
			.doesNotContain("??");
		assertThat(mvc.get().uri("/staff/rounds/" + round.id() + "/dashboard")
				.with(user("carla").roles("committee", "reviewers")))
			.hasStatus(403);
	}

	private void review(Round round, UUID application, int slot, String reviewer, String state, Duration due) {
		var now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
		jdbc.sql("""
				insert into review (id, application_id, round_id, slot, reviewer, state, assigned_at, remind_at, due_at, settled_at,
					value)
				values (gen_random_uuid(), :application, :round, :slot, :reviewer, :state, :now, :due, :due,
					case when :state <> 'assigned' then cast(:now as timestamptz) end, case when :state = 'scored' then 80 end)
				""").param("application", application).param("round", round.id()).param("slot", slot)
			.param("reviewer", reviewer).param("state", state).param("now", now).param("due", now.plus(due)).update();
	}
}
