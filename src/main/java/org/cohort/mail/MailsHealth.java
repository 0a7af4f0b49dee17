package org.cohort.mail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** How it stands with the mails: a warning when some cannot be sent or wait for a person, never a reason to restart. */
@Component("mailsHealthIndicator")
class MailsHealth implements HealthIndicator {

	private final LedgerReader reader;

	MailsHealth(LedgerReader reader) {
		this.reader = reader;
	}

	@Override
	public Health health() {
		MailCounts counts = reader.counts();
		return new Health.Builder(counts.delayed() + counts.undecided() > 0 ? new Status("WARNING") : Status.UP)
			.withDetail("waiting", counts.waiting())
			.withDetail("delayed", counts.delayed())
			.withDetail("undecided", counts.undecided())
			.build();
	}
}
