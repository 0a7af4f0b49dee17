package org.cohort.eligibility;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.Stage;
import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reminds coordinators once of an appeal that nobody has decided: the committee's shortlist waits for it. */
@Component
class AppealReminders {

	private static final Duration PATIENCE = Duration.ofDays(3);

	private final AppealTable table;

	private final Applications applications;

	private final Mails mails;

	private final Clock clock;

	AppealReminders(AppealTable table, Applications applications, Mails mails, Clock clock) {
		this.table = table;
		this.applications = applications;
		this.mails = mails;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
	void remind() {
		for (UUID application : table.undecidedSince(clock.instant().minus(PATIENCE))) {
			String key = "appeal-waiting:" + application;
			if (applications.stage(application) == Stage.APPEALED && !mails.posted(key)) {
				mails.post(new MailOrder("appeal-waiting", key, "coordinators", application, Map.of()));
			}
		}
	}
}
