package org.cohort.process;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.cohort.application.Applications;
import org.cohort.application.Summary;
import org.cohort.demographics.Demographics;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens, closes and completes a round. */
@Component
class ProgrammeWorkers {

	private final Programmes programmes;

	private final Applications applications;

	private final Demographics demographics;

	private final String publicUrl;

	ProgrammeWorkers(Programmes programmes, Applications applications, Demographics demographics,
			@Value("${cohort.public-url}") String publicUrl) {
		this.programmes = programmes;
		this.applications = applications;
		this.demographics = demographics;
		this.publicUrl = publicUrl;
	}

	@Works("prepare-round")
	Map<String, Object> prepareRound(Job job) {
		Round round = programmes.round(job.uuid("roundId"));
		return Map.of("closesAt", round.closesAt().toString(), "remindClosingAt",
				round.closesAt().minus(round.settings().remindClosingBefore()).toString(), "publicUrl", publicUrl);
	}

	@Works("remind-drafts")
	void remindDrafts(Job job) {
		applications.remindDrafts(job.uuid("roundId"));
	}

	@Works("close-round")
	void closeRound(Job job) {
		applications.closeRound(job.uuid("roundId"));
	}

	/** The last thing that happens in a round: what was said voluntarily is reduced to counts, drafts are deleted. */
	@Works("complete-round")
	void completeRound(Job job) {
		UUID roundId = job.uuid("roundId");
		Set<UUID> everybody = applications.inRound(roundId).stream().map(Summary::id).collect(Collectors.toSet());
		demographics.reduceToCounts(roundId, everybody);
		applications.deleteDrafts(roundId);
		programmes.markCompleted(roundId);
	}
}
