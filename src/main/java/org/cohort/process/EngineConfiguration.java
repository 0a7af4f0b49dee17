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

	/** Four jobs at a time keep two processors busy and leave database connections to the pages. */
	private static final int JOBS_AT_A_TIME = 4;

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
