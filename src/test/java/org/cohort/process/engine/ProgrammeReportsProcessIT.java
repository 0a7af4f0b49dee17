package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@TakesEveryPathOf("programme-reports")
class ProgrammeReportsProcessIT extends ProcessTest {

	@Test
	void theGroupIsReportedEveryWeekAndTheSummaryFollowsTheRun() {
		Scenario reports = scenario("programme-reports").beginsWith("run-started").waitsAt("report-due");
		reports.afterDays(2);
		for (int week = 1; week <= 10; week++) {
			reports.afterDays(7).hasAsked("report-group-week", week);
		}
		assertThat(reports.done("report-group-week")).extracting(job -> job.getVariable("weekNumber"))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 10).<Object>mapToObj(Integer::valueOf).toList());
		assertThat(reports.done("draft-summary")).isEmpty();
		reports.says("run-completed", Map.of());
		assertThat(reports.task("write-conclusions").candidateGroups()).containsExactly("coordinators");
		reports.says("conclusions-written", Map.of()).endsAt("completed");
		assertThat(reports.done("send-summary")).hasSize(1);
		assertThat(reports.done("complete-round")).hasSize(1);
	}

	/** Everybody may have left before the last week: the message must find somebody who listens. */
	@Test
	void aRunThatEndsEarlyIsNotMissed() {
		Scenario reports = scenario("programme-reports")
			.answering("check-conclusions", Map.of("concluded", false), Map.of("concluded", true))
			.beginsWith("run-started").waitsAt("await-completed-run");
		reports.says("run-completed", Map.of()).passed("await-completed-run", 1);
		for (int week = 1; week <= 10; week++) {
			reports.afterDays(week == 1 ? 9 : 7).hasAsked("report-group-week", week);
		}
		reports.completes("write-conclusions", Map.of()).passed("check-conclusions", 1)
			.completes("write-conclusions", Map.of()).endsAt("completed");
	}
}
