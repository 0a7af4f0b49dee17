package org.cohort.links;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of links.
 *
 * @param publicUrl {@code cohort.public-url}: the address people reach Cohort at, without a trailing slash
 * @param links the secret
 */
@ConfigurationProperties("cohort")
record LinkSettings(URI publicUrl, Secret links) {

	LinkSettings {
		if (publicUrl == null || !publicUrl.isAbsolute()) {
			throw new IllegalArgumentException("Set cohort.public-url to the address people reach Cohort at, "
					+ "such as https://cohort.example.org");
		}
		if (publicUrl.toString().endsWith("/")) {
			publicUrl = URI.create(publicUrl.toString().replaceAll("/+$", ""));
		}
		if (links == null) {
			throw new IllegalArgumentException(Secret.HOW);
		}
	}

	/** {@code cohort.links.key}: whoever has it can open every link. */
	record Secret(String key) {

		static final String HOW = "Set cohort.links.key to a secret of at least 32 characters, "
				+ "such as the output of: openssl rand -base64 48";

		Secret {
			if (key == null || key.length() < 32) {
				throw new IllegalArgumentException(HOW);
			}
		}

		byte[] bytes() {
			return key.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public String toString() {
			return "Secret[hidden]";
		}
	}
}
