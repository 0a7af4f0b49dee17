package org.cohort.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Application;
import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.demographics.Demographics;
import org.cohort.programme.Programmes;
import org.cohort.programme.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Moves one application through its process. */
@Component
class ApplicationWorkers {

	private final Applications applications;

	private final Programmes programmes;

	private final Demographics demographics;

	private final String publicUrl;

	ApplicationWorkers(Applications applications, Programmes programmes, Demographics demographics,
			@Value("${cohort.public-url}") String publicUrl) {
		this.applications = applications;
		this.programmes = programmes;
		this.demographics = demographics;
		this.publicUrl = publicUrl;
	}

	@Works("prepare-application")
	Map<String, Object> prepareApplication(Job job) {
		Application application = applications.get(job.uuid("applicationId"));
		Settings settings = programmes.programme(application.programmeId()).settings();
		Instant confirmBy = applications.confirmBy(application.id());
		Duration lastStretch = settings.confirmWithin().minus(settings.remindConfirmAfter());
		return Map.of("confirmBy", confirmBy.toString(), "remindConfirmAt", confirmBy.minus(lastStretch).toString(),
				"code", application.code(), "publicUrl", publicUrl);
	}

	@Works("lapse-application")
	Map<String, Object> lapseApplication(Job job) {
		UUID applicationId = job.uuid("applicationId");
		boolean confirmed = applications.confirmedOrLapsed(applicationId);
		if (!confirmed) {
			demographics.forget(applicationId);
		}
		return Map.of("confirmed", confirmed);
	}

	@Works("enter-pool")
	void enterPool(Job job) {
		applications.advance(job.uuid("applicationId"), Stage.IN_POOL);
	}

	@Works("close-application")
	void closeApplication(Job job) {
		UUID applicationId = job.uuid("applicationId");
		Stage stage = Stage.valueOf(job.header("stage"));
		// Reviews and offers that are open hear of a withdrawal themselves.
		if (stage == Stage.WITHDRAWN) {
			demographics.forget(applicationId);
		}
		applications.advance(applicationId, stage);
	}
}
