package org.cohort.platform;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;

/** Clients of the engine for tests. */
final class EngineAccess {

	private EngineAccess() {
	}

	static CamundaClient client(LocalPlatform platform) {
		return CamundaClient.newClientBuilder()
			.grpcAddress(platform.gatewayUrl())
			.restAddress(platform.restUrl())
			.preferRestOverGrpc(false)
			.credentialsProvider(CredentialsProvider.newCredentialsProviderBuilder()
				.clientId("cohort-engine")
				.clientSecret(LocalSecrets.ENGINE_CLIENT)
				.audience("camunda")
				.authorizationServerUrl(platform.tokenUrl().toString())
				.credentialsCachePath(platform.settings().folder().resolve("engine-credentials").toString())
				.build())
			.build();
	}
}
