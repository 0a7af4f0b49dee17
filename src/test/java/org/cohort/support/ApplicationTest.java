package org.cohort.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real PostgreSQL, without an engine and without Keycloak: for tests of a module's
 * use cases and pages. All such tests share one started application; each uses ids of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(properties = {"cohort.engine.enabled=false", "cohort.mail.sending=false", "cohort.outbox.rounds=false",
		"cohort.review.rounds=false", "cohort.rate-limit.enabled=false",
		"cohort.links.key=a-key-for-tests-only-0123456789abcdef", "spring.mail.port=1"})
@AutoConfigureMockMvc
@Tag("database")
@ContextConfiguration(initializers = DatabaseProperties.class)
@Import(TestClockConfiguration.class)
public @interface ApplicationTest {
}
