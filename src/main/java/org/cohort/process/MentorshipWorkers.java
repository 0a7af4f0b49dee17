package org.cohort.process;

import java.util.List;
import java.util.Map;

import org.cohort.mentorship.MentorOption;
import org.cohort.mentorship.Participations;
import org.cohort.mentorship.Runs;
import org.cohort.mentorship.Side;
import org.cohort.mentorship.Week;
import org.cohort.mentorship.Weeks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Moves a participation from its start through the agreement and the weeks to its end. */
@Component
class MentorshipWorkers {

	private final Participations participations;

	private final Weeks weeks;

	private final Runs runs;

	private final String publicUrl;

	MentorshipWorkers(Participations participations, Weeks weeks, Runs runs,
			@Value("${cohort.public-url}") String publicUrl) {
		this.participations = participations;
		this.weeks = weeks;
		this.runs = runs;
		this.publicUrl = publicUrl;
	}

	@Works("start-run")
	void startRun(Job job) {
		runs.start(job.uuid("roundId"));
	}

	@Works("prepare-participation")
	Map<String, Object> prepareParticipation(Job job) {
		var schedule = participations.agreementSchedule(job.uuid("participationId"));
		return Map.of("agreeBy", schedule.agreeBy().toString(), "remindAgreementAt", schedule.remindAt().toString(),
				"publicUrl", publicUrl);
	}

	@Works("list-mentors")
	Map<String, Object> listMentors(Job job) {
		return Map.of("mentors", participations.mentorOptions(job.uuid("roundId")).stream().map(this::choice).toList());
	}

	private Map<String, String> choice(MentorOption option) {
		return Map.of("label", option.label(), "value", option.username());
	}

	@Works("assign-mentor")
	void assignMentor(Job job) {
		participations.assignMentor(job.uuid("participationId"), job.text("mentor"));
	}

	@Works("record-mentor-answer")
	void recordMentorAnswer(Job job) {
		if (job.text("agreementAnswer").equals("agree")) {
			participations.confirmByMentor(job.uuid("participationId"), job.text("mentor"));
		}
		else {
			participations.declineByMentor(job.uuid("participationId"), job.text("mentor"));
		}
	}

	@Works("plan-weeks")
	Map<String, Object> planWeeks(Job job) {
		List<Map<String, Object>> planned = weeks.plan(job.uuid("participationId")).stream().map(this::week).toList();
		return Map.of("weeks", planned);
	}

	private Map<String, Object> week(Week week) {
		return Map.of("number", week.number(), "weekKey", week.key(), "startsAt", week.startsAt().toString(), "endsAt",
				week.endsAt().toString(), "remindAt", week.remindAt().toString(),
				"closesAt", week.closesAt().toString());
	}

	@Works("open-week")
	void openWeek(Job job) {
		weeks.open(job.uuid("participationId"), job.number("weekNumber"));
	}

	@Works("check-log")
	Map<String, Object> checkLog(Job job) {
		return Map.of("logged", weeks.isWritten(job.uuid("participationId"), job.number("weekNumber"), Side.MENTOR));
	}

	@Works("close-week")
	void closeWeek(Job job) {
		weeks.close(job.uuid("participationId"), job.number("weekNumber"));
	}

	@Works("complete-participation")
	void completeParticipation(Job job) {
		participations.complete(job.uuid("participationId"));
	}
}
