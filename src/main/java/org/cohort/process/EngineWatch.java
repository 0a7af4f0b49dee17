package org.cohort.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.camunda.client.CamundaClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether the engine answers, so that nobody else has to find out. */
@Component
class EngineWatch {

	private final CamundaClient client;

	private final EngineSettings settings;

	private final EngineState state;

	EngineWatch(CamundaClient client, EngineSettings settings, EngineState state) {
		this.client = client;
		this.settings = settings;
		this.state = state;
	}

	@Scheduled(fixedDelayString = "PT3S")
	void look() {
		if (!settings.present()) {
			return;
		}
		try {
			client.newTopologyRequest().requestTimeout(Duration.ofSeconds(3)).send().get(5, TimeUnit.SECONDS);
			state.answered();
		}
		catch (ExecutionException failed) {
			state.away(failed.getCause());
		}
		catch (TimeoutException late) {
			state.away(late);
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
	}
}
