package org.cohort.process;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.api.worker.JobWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/**
 * Finds the methods marked {@link Works} in this package and opens a worker for each. Workers ask for jobs once the
 * application is up, and are closed before anything they need is.
 */
@Component
class WorkerRegistrar implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(WorkerRegistrar.class);

	/** How many jobs of a type this application holds at most; the rest stay in the engine for others. */
	private static final int JOBS_HELD = 32;

	private final ConfigurableListableBeanFactory beans;

	private final CamundaClient client;

	private final EngineSettings settings;

	private final JobRunner runner;

	private final List<JobWorker> open = new ArrayList<>();

	WorkerRegistrar(ConfigurableListableBeanFactory beans, CamundaClient client, EngineSettings settings,
			JobRunner runner) {
		this.beans = beans;
		this.client = client;
		this.settings = settings;
		this.runner = runner;
	}

	@Override
	public void start() {
		Map<String, JobRunner.Work> works = works();
		if (!settings.present()) {
			log.info("No engine is configured (cohort.engine.grpc-address); {} workers rest", works.size());
			return;
		}
		BackoffSupplier patience = BackoffSupplier.newBackoffBuilder()
			.minDelay(100).maxDelay(Duration.ofSeconds(5).toMillis()).build();
		works.forEach((type, work) -> open.add(client.newWorker()
			.jobType(type)
			.handler((jobs, job) -> runner.run(job, work))
			.name("cohort")
			.maxJobsActive(JOBS_HELD)
			.requestTimeout(Duration.ofSeconds(10))
			.backoffSupplier(patience)
			.open()));
		log.info("{} workers ask the engine for jobs", open.size());
	}

	/** Every job type with the method that does it. */
	Map<String, JobRunner.Work> works() {
		Map<String, JobRunner.Work> works = new HashMap<>();
		for (String name : beans.getBeanDefinitionNames()) {
			Class<?> type = beans.getType(name, false);
			if (type == null || !type.getPackageName().equals(Works.class.getPackageName())) {
				continue;
			}
			Map<Method, Works> marked = MethodIntrospector.selectMethods(type,
					(Method method) -> AnnotatedElementUtils.findMergedAnnotation(method, Works.class));
			marked.forEach((method, mark) -> {
				JobRunner.Work earlier = works.put(mark.value(), JobRunner.Work.of(beans.getBean(name), method));
				if (earlier != null) {
					throw new IllegalStateException("Two workers for jobs of type «" + mark.value() + "»");
				}
			});
		}
		return works;
	}

	@Override
	public void stop() {
		open.forEach(JobWorker::close);
		open.clear();
	}

	@Override
	public boolean isRunning() {
		return !open.isEmpty();
	}
}
