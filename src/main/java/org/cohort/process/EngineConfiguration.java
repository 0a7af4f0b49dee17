package org.cohort.process;

import java.net.URI;
import java.time.Duration;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection to the engine. It is made when first used, so Cohort starts while the engine is away. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

	/** Most of them wait for the engine to take a result; see {@link JobRunner} for how many work at the same time. */
	private static final int JOBS_AT_A_TIME = 16;

	@Bean(destroyMethod = "close")
	CamundaClient camundaClient(EngineSettings settings) {
		CamundaClientBuilder builder = CamundaClient.newClientBuilder()
			.applyEnvironmentVariableOverrides(false)
			.preferRestOverGrpc(false)
			.grpcAddress(settings.present() ? settings.grpcAddress() : URI.create("http://127.0.0.1:1"))
			.numJobWorkerExecutionThreads(JOBS_AT_A_TIME)
			.defaultJobTimeout(settings.jobTimeout())
			.defaultRequestTimeout(Duration.ofSeconds(10))
			.defaultJobWorkerName("cohort");
		if (settings.restAddress() != null) {
			builder.restAddress(settings.restAddress());
		}
		if (settings.signsIn()) {
			builder.credentialsProvider(new EngineSignIn(settings));
		}
		return builder.build();
	}
}
