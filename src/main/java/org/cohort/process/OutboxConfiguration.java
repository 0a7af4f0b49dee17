package org.cohort.process;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Listeners of other modules' events run here, beside the request that published the event. Few threads, because each
 * holds a database connection while it waits for the engine. What does not fit into the queue is left to the outbox,
 * where all of it is anyway: nobody who submits an application waits for a free thread, and a rush fills no memory.
 */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration implements AsyncConfigurer {

	static final String ENGINE_LISTENERS = "engineListenerExecutor";

	private static final Logger log = LoggerFactory.getLogger(OutboxConfiguration.class);

	private static final int THREADS = 4;

	private static final int QUEUE = 1_000;

	private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();

	OutboxConfiguration() {
		executor.setCorePoolSize(THREADS);
		executor.setMaxPoolSize(THREADS);
		executor.setQueueCapacity(QUEUE);
		executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
		executor.setThreadNamePrefix("listener-");
		executor.setAwaitTerminationSeconds(5);
	}

	@Bean
	ThreadPoolTaskExecutor listenerExecutor() {
		return executor;
	}

	/** Tries nothing while the engine is away: it would cost two writes to the outbox for each event of a rush. */
	@Bean(ENGINE_LISTENERS)
	Executor engineListenerExecutor(EngineState engine) {
		return listener -> {
			if (engine.readySince().isPresent()) {
				executor.execute(listener);
			}
		};
	}

	@Override
	public Executor getAsyncExecutor() {
		return executor;
	}

	@Override
	public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
		return (fault, method, arguments) -> {
			String listener = method.getDeclaringClass().getSimpleName();
			if (fault instanceof EngineUnavailable) {
				log.info("{}: {}", listener, fault.getMessage());
			}
			else {
				log.error("{} could not deal with {}; it is tried again", listener,
						arguments.length == 0 ? "an event" : arguments[0].getClass().getSimpleName(), fault);
			}
		};
	}
}
