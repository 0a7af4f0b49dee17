package org.cohort.demographics;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach the schema {@code demographics}, with the role that alone may read it
 * ({@code cohort.demographics.datasource}).
 */
@ConfigurationProperties("cohort.demographics.datasource")
record DemographicsSettings(String url, String username, String password) {

	DemographicsSettings {
		if (url == null || username == null || password == null) {
			throw new IllegalArgumentException("Set cohort.demographics.datasource.url, .username and .password: "
					+ "self-identification is stored with a database role of its own.");
		}
	}

	@Override
	public String toString() {
		return "DemographicsSettings[…]";
	}
}
