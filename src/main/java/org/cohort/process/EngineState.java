package org.cohort.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What this application knows about the engine right now: whether it answers, and whether it has our diagrams. */
@Component
class EngineState {

	/** After no answer, nobody asks again for this long but the one who is sent to look. */
	static final Duration LEFT_ALONE = Duration.ofSeconds(3);

	private static final Logger log = LoggerFactory.getLogger(EngineState.class);

	private final Clock clock;

	private @Nullable Instant awaySince;

	private @Nullable Instant answersSince;

	private long askAgainNanos;

	private volatile boolean deployed;

	private volatile @Nullable String refusal;

	EngineState(Clock clock) {
		this.clock = clock;
	}

	synchronized void answered() {
		if (answersSince == null) {
			answersSince = clock.instant();
		}
		if (awaySince != null) {
			log.info("The engine answers again; it was away since {}", awaySince);
			awaySince = null;
		}
	}

	synchronized void away(Throwable why) {
		answersSince = null;
		if (awaySince == null) {
			awaySince = clock.instant();
			log.warn("The engine does not answer ({}); everything for it waits and is sent later", why.getMessage());
		}
		askAgainNanos = System.nanoTime() + LEFT_ALONE.toNanos();
	}

	/** Whether asking is pointless for the moment. */
	synchronized boolean knownAway() {
		return awaySince != null && System.nanoTime() - askAgainNanos < 0;
	}

	synchronized Optional<Instant> awaySince() {
		return Optional.ofNullable(awaySince);
	}

	/** Since when the engine answers and has our diagrams, if it does. */
	synchronized Optional<Instant> readySince() {
		return deployed ? Optional.ofNullable(answersSince) : Optional.empty();
	}

	boolean deployed() {
		return deployed;
	}

	synchronized void markDeployed() {
		deployed = true;
		refusal = null;
		answersSince = clock.instant();
	}

	/** The engine read our diagrams and will not have them. */
	void markRefused(String reason) {
		refusal = reason;
	}

	Optional<String> refusal() {
		return Optional.ofNullable(refusal);
	}
}
