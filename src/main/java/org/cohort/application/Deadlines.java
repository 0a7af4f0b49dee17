package org.cohort.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.cohort.programme.Round;
import org.cohort.programme.RoundState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Until when somebody may apply and change what they sent: until the round closes, or for longer if a coordinator gave
 * them more time and the committee is not choosing yet.
 */
@Component
class Deadlines {

	private final ExtensionTable extensions;

	private final ApplicationTable applications;

	private final Clock clock;

	Deadlines(ExtensionTable extensions, ApplicationTable applications, Clock clock) {
		this.extensions = extensions;
		this.applications = applications;
		this.clock = clock;
	}

	/** @param formKey of the form or draft, if it is known */
	Instant of(Round round, String email, @Nullable UUID formKey) {
		return extended(round, email, formKey).filter(until -> until.isAfter(round.closesAt())).orElse(round.closesAt());
	}

	private Optional<Instant> extended(Round round, String email, @Nullable UUID formKey) {
		return extensions.until(round.id(), SubmissionTable.emailKey(email), formKey);
	}

	/** Whether this person may apply, or change what they sent, at this moment. */
	boolean open(Round round, String email, @Nullable UUID formKey) {
		Instant now = clock.instant();
		if (round.takesApplications(now)) {
			return true;
		}
		return !now.isBefore(round.opensAt()) && round.state().compareTo(RoundState.CLOSED) <= 0
				&& extended(round, email, formKey).filter(now::isBefore).isPresent() && !applications.settled(round.id());
	}
}
