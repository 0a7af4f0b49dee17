package org.cohort.process;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Tells processes what happened. Saying it twice is saying it once: every message has an id made of what it says, and
 * the engine refuses an id it still remembers. Each module has a class of listeners beside this one that turn its
 * events into messages:
 *
 * <pre>{@code
 * @EngineListener
 * void on(Offers.Answered event) {
 * 	messages.publish("offer-answered", event.applicationId(), event.turn(), Map.of("accepted", event.accepted()));
 * }
 * }</pre>
 */
@Component
class Messages {

	/**
	 * How long a message waits for a process to be ready for it. Long, because a process may be held up by a fault for
	 * days, and what somebody answered meanwhile must still count.
	 */
	static final Duration WAITS = Duration.ofDays(30);

	private final EngineCommands commands;

	Messages(EngineCommands commands) {
		this.commands = commands;
	}

	/**
	 * Publishes a message that is said once per correlation key.
	 * @throws EngineUnavailable if the engine cannot be told now; the outbox tries again
	 */
	void publish(String name, Object correlationKey, Map<String, ?> variables) {
		send(name, correlationKey.toString(), name + ":" + correlationKey, variables);
	}

	/** As {@link #publish(String, Object, Map)}, for variables that have to be looked up: not while the engine is away. */
	void publish(String name, Object correlationKey, Supplier<Map<String, ?>> variables) {
		send(name, correlationKey.toString(), name + ":" + correlationKey, variables);
	}

	/**
	 * Publishes a message that may be said several times to the same process.
	 * @param turn tells them apart: the number of a turn, or the id of what happened
	 */
	void publish(String name, Object correlationKey, Object turn, Map<String, ?> variables) {
		send(name, correlationKey.toString(), name + ":" + correlationKey + ":" + turn, variables);
	}

	private void send(String name, String correlationKey, String messageId, Map<String, ?> variables) {
		send(name, correlationKey, messageId, () -> variables);
	}

	private void send(String name, String correlationKey, String messageId, Supplier<Map<String, ?>> variables) {
		commands.afterDeployment("message " + messageId, client -> client.newPublishMessageCommand()
			.messageName(name)
			.correlationKey(correlationKey)
			.messageId(messageId)
			.timeToLive(WAITS)
			.variables((Object) variables.get())
			.send());
	}
}
