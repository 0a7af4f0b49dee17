package org.cohort.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Semaphore;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * Does one job and tells the engine. A fault is tried again after 1, 5 and 30 seconds, then every minute for as long as
 * it takes; from the third on it is shown as stuck work. The engine never counts a job's tries down to an incident.
 */
@Component
class JobRunner {

	private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

	/**
	 * Four at a time keep two processors busy and leave database connections to the pages. Whoever only waits for the
	 * engine is not counted: a busy engine takes longer for an answer than most jobs for their work.
	 */
	private static final int WORKING_AT_A_TIME = 4;

	private final Semaphore working = new Semaphore(WORKING_AT_A_TIME, true);

	private final CamundaClient client;

	private final EngineCommands commands;

	private final StuckJobs stuckJobs;

	private final Trail trail;

	JobRunner(CamundaClient client, EngineCommands commands, StuckJobs stuckJobs, Trail trail) {
		this.client = client;
		this.commands = commands;
		this.stuckJobs = stuckJobs;
		this.trail = trail;
	}

	void run(ActivatedJob activated, Work work) {
		Job job = Job.of(activated);
		Map<?, ?> variables;
		try {
			variables = perform(job, work);
		}
		catch (BusinessError refused) {
			tell(job, "the business error of ", () -> commands.send("error of " + job, engine -> engine
				.newThrowErrorCommand(job.key()).errorCode(refused.code()).errorMessage(refused.getMessage()).send()));
			return;
		}
		catch (Throwable fault) {
			failed(activated, job, fault);
			return;
		}
		tell(job, "the completion of ", () -> commands.send("completion of " + job,
				engine -> engine.newCompleteCommand(job.key()).variables((Object) variables).send()));
		stuckJobs.done(job.key());
	}

	private Map<?, ?> perform(Job job, Work work) throws Throwable {
		working.acquireUninterruptibly();
		try {
			Map<?, ?> variables = work.perform(job);
			trail.note(job);
			return variables;
		}
		finally {
			working.release();
		}
	}

	private void failed(ActivatedJob activated, Job job, Throwable fault) {
		StuckJobs.Fault recorded = stuckJobs.failed(activated, fault);
		log.error("Error {}: {} failed for the {}. time, next try in {}", recorded.errorId(), job,
				recorded.attempts(), recorded.pause(), fault);
		tell(job, "the failure of ", () -> commands.send("failure of " + job, engine -> {
			if (recorded.held()) {
				// Held rather than failed: a failed job cannot be tried earlier, a held one can be let go.
				return engine.newUpdateTimeoutCommand(job.key()).timeout(recorded.pause()).send();
			}
			return engine.newFailCommand(job.key()).retries(Math.max(1, activated.getRetries()))
				.retryBackoff(recorded.pause()).errorMessage("Error " + recorded.errorId()).send();
		}));
	}

	/** If the engine cannot be told, it gives the job out again by itself, and the work is harmless the second time. */
	private static void tell(Job job, String what, Runnable command) {
		try {
			command.run();
		}
		catch (EngineUnavailable away) {
			log.warn("Could not tell the engine {}{}; it comes again: {}", what, job, away.getMessage());
		}
		catch (IllegalStateException refused) {
			if (EngineCommands.code(refused) == Code.NOT_FOUND) {
				log.debug("The engine no longer waits for {}", job);
				return;
			}
			log.warn("The engine would not hear {}{}: {}", what, job, refused.getMessage());
		}
	}

	/** The method that does jobs of one type. */
	interface Work {

		Map<?, ?> perform(Job job) throws Throwable;

		static Work of(Object bean, Method method) {
			if (method.getParameterCount() != 1 || method.getParameterTypes()[0] != Job.class
					|| !(method.getReturnType() == void.class || Map.class.isAssignableFrom(method.getReturnType()))) {
				throw new IllegalStateException(method + " must take a Job and return a map of variables or nothing");
			}
			ReflectionUtils.makeAccessible(method);
			return job -> {
				try {
					Object result = method.invoke(bean, job);
					return result == null ? Map.of() : (Map<?, ?>) result;
				}
				catch (InvocationTargetException thrown) {
					throw thrown.getTargetException();
				}
			};
		}
	}
}
