package org.cohort.process;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * The engine's health as part of ours. Without the engine Cohort still takes applications and answers, so an absent
 * engine is a warning for people and no reason to restart or take away the application.
 */
@Component("engineHealthIndicator")
class EngineHealth implements HealthIndicator {

	static final Status WARNING = new Status("WARNING");

	private final EngineSettings settings;

	private final EngineState state;

	private final Outbox outbox;

	EngineHealth(EngineSettings settings, EngineState state, Outbox outbox) {
		this.settings = settings;
		this.state = state;
		this.outbox = outbox;
	}

	@Override
	public Health health() {
		Health.Builder health = new Health.Builder(state.readySince().isPresent() || !settings.present() ? Status.UP
				: WARNING);
		state.awaySince().ifPresent(since -> health.withDetail("awaySince", since.toString()));
		return health.withDetail("diagramsDeployed", state.deployed())
			.withDetail("eventsWaiting", outbox.waiting().events())
			.build();
	}
}
