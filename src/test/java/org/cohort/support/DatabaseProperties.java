package org.cohort.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application context at the shared test database. */
public class DatabaseProperties implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		// A busy machine is slow, not wrong: conditions are waited for longer than people would.
		Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
		TestPropertyValues.of(
				"spring.datasource.url=" + TestDatabase.shared().url(),
				// the embedded server and the application are stopped side by side: do not wait for each other
				"spring.datasource.hikari.connection-timeout=3000",
				"spring.datasource.password=" + TestDatabase.PASSWORD,
				// the server may stop before the application does; nobody waits half a minute for it then
				"spring.datasource.hikari.connection-timeout=5000",
				"spring.flyway.password=" + TestDatabase.PASSWORD,
				"cohort.demographics.datasource.url=" + TestDatabase.shared().url(),
				"cohort.demographics.datasource.password=" + TestDatabase.PASSWORD).applyTo(context);
	}
}
