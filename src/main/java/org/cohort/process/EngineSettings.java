package org.cohort.process;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the process engine is ({@code cohort.engine.*}). Without an address there is no engine: nothing is deployed, no
 * job is taken, and messages wait in the outbox.
 *
 * @param enabled {@code false} is the same as no address
 * @param grpcAddress such as {@code http://127.0.0.1:26500}; {@code https} for anything beyond this machine
 * @param restAddress such as {@code http://127.0.0.1:8080}
 * @param clientId signs in at {@code tokenUrl} together with {@code clientSecret} for {@code audience}; absent for a
 * broker that asks nobody
 * @param tasklistUrl where people find Tasklist, for links
 * @param jobTimeout after how long without an answer a job is given to somebody else
 */
@ConfigurationProperties("cohort.engine")
record EngineSettings(@DefaultValue("true") boolean enabled, @Nullable URI grpcAddress, @Nullable URI restAddress,
		@Nullable String clientId, @Nullable String clientSecret, @Nullable String audience, @Nullable URI tokenUrl,
		@Nullable URI tasklistUrl, @DefaultValue("2m") Duration jobTimeout) {

	EngineSettings {
		if (clientId != null && !clientId.isBlank() && (clientSecret == null || tokenUrl == null)) {
			throw new IllegalArgumentException("cohort.engine.client-id needs cohort.engine.client-secret and "
					+ "cohort.engine.token-url beside it");
		}
	}

	boolean present() {
		return enabled && grpcAddress != null && !grpcAddress.toString().isBlank();
	}

	boolean signsIn() {
		return clientId != null && !clientId.isBlank();
	}

	@Override
	public String toString() {
		return "EngineSettings[" + grpcAddress + "]";
	}
}
