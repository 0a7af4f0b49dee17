package org.cohort.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests one address may make to the pages that need no sign-in.
 *
 * @param postsPerMinute forms sent per minute
 * @param getsPerMinute  pages read per minute
 */
@ConfigurationProperties("cohort.rate-limit")
record RateLimitProperties(boolean enabled, int postsPerMinute, int getsPerMinute) {

	RateLimitProperties {
		if (postsPerMinute < 1 || getsPerMinute < 1) {
			throw new IllegalArgumentException("cohort.rate-limit: both limits must be at least 1 per minute");
		}
	}
}
