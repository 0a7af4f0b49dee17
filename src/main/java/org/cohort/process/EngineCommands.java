package org.cohort.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status.Code;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends commands to the engine and waits for the answer. Back-pressure and short absences are waited out for a few
 * seconds; after that the caller is told, and has to come again. While the engine is known to be away, callers are told
 * at once instead of all waiting for it.
 */
@Component
class EngineCommands {

	private static final Set<Code> TRY_AGAIN = Set.of(Code.RESOURCE_EXHAUSTED, Code.UNAVAILABLE,
			Code.DEADLINE_EXCEEDED, Code.ABORTED);

	private static final int TRIES = 5;

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final CamundaClient client;

	private final EngineSettings settings;

	private final EngineState state;

	EngineCommands(CamundaClient client, EngineSettings settings, EngineState state) {
		this.client = client;
		this.settings = settings;
		this.state = state;
	}

	/**
	 * As {@link #send}, but only once this application's diagrams are deployed: a message that would start a process
	 * which the engine does not know yet would be lost.
	 */
	void afterDeployment(String what, Function<CamundaClient, CamundaFuture<?>> command) {
		if (!state.deployed()) {
			throw new EngineUnavailable("The diagrams are not deployed yet; " + what + " waits");
		}
		send(what, command);
	}

	/**
	 * Sends a command; what the engine already did counts as done.
	 * @throws EngineUnavailable if the engine does not take it now
	 */
	void send(String what, Function<CamundaClient, CamundaFuture<?>> command) {
		send(what, PATIENCE, command);
	}

	/** As {@link #send(String, Function)}, for commands that take longer. */
	void send(String what, Duration patience, Function<CamundaClient, CamundaFuture<?>> command) {
		answer(what, patience, command);
	}

	/**
	 * Sends a command and gives its answer.
	 * @throws EngineUnavailable if the engine does not take it now
	 * @throws IllegalStateException if the engine refuses it
	 */
	<T> T ask(String what, Duration patience, Function<CamundaClient, CamundaFuture<T>> command) {
		T answer = answer(what, patience, command);
		if (answer == null) {
			throw new IllegalStateException("The engine has " + what + " already");
		}
		return answer;
	}

	private <T> @Nullable T answer(String what, Duration patience,
			Function<CamundaClient, ? extends CamundaFuture<? extends T>> command) {
		if (!settings.present()) {
			throw new EngineUnavailable("No engine is configured; " + what + " waits");
		}
		if (state.knownAway()) {
			throw new EngineUnavailable("The engine is away; " + what + " waits");
		}
		for (int attempt = 1;; attempt++) {
			try {
				T answer = command.apply(client).get(patience.toMillis(), TimeUnit.MILLISECONDS);
				state.answered();
				return answer;
			}
			catch (ExecutionException failed) {
				Code code = code(failed.getCause());
				if (code == Code.ALREADY_EXISTS) {
					state.answered();
					return null;
				}
				if (code == null || !TRY_AGAIN.contains(code)) {
					throw new IllegalStateException("The engine refused " + what + ": "
							+ failed.getCause().getMessage(), failed.getCause());
				}
				if (code == Code.UNAVAILABLE) {
					state.away(failed.getCause());
				}
				if (attempt == TRIES || code == Code.UNAVAILABLE) {
					throw new EngineUnavailable("The engine did not take " + what + ": " + code, failed.getCause());
				}
				pause(Duration.ofMillis(100L << attempt));
			}
			catch (TimeoutException late) {
				throw new EngineUnavailable("The engine did not answer " + what, late);
			}
			catch (InterruptedException stopping) {
				Thread.currentThread().interrupt();
				throw new EngineUnavailable("Stopped while telling the engine " + what, stopping);
			}
		}
	}

	/** What gRPC said, however deep it is wrapped; nothing if it was no answer of gRPC's. */
	static @Nullable Code code(@Nullable Throwable failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			switch (at) {
				case ClientStatusException status -> {
					return status.getStatusCode();
				}
				case StatusRuntimeException status -> {
					return status.getStatus().getCode();
				}
				case StatusException status -> {
					return status.getStatus().getCode();
				}
				default -> {
				}
			}
		}
		return null;
	}

	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
	}
}
