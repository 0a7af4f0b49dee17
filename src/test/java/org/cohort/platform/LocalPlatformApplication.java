package org.cohort.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cohort.CohortApplication;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * {@code mvn spring-boot:test-run}: the whole platform and Cohort in front of one person. Cohort runs in this very
 * process, so that a debugger and its log are where one expects them.
 */
public final class LocalPlatformApplication {

	private LocalPlatformApplication() {
	}

	public static void main(String[] arguments) {
		quietenUntilCohortConfiguresItsLog();
		var progress = new Progress(System.out);
		try {
			var platform = LocalPlatform.start(PlatformSettings.fromSystemProperties(), progress);
			var demonstration = new Demonstration(platform);
			boolean afresh = demonstration.begins();
			boolean withCohort = Boolean.parseBoolean(System.getProperty("cohort.platform.application", "true"));
			if (withCohort) {
				progress.say("Starting Cohort");
				runCohort(platform, arguments);
			}
			else {
				progress.say("Not started: Cohort. Run org.cohort.CohortApplication with --spring.config.additional-location=file:"
						+ ApplicationProperties.write(platform));
			}
			progress.say("Ready.");
			System.out.println(Welcome.text(platform));
			if (withCohort && afresh) {
				people(demonstration, progress);
			}
			Thread.currentThread().join();
		}
		catch (PlatformRefused refused) {
			System.err.printf("%nThe platform did not start. %s%n%n", refused.getMessage());
			System.exit(1);
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
	}

	/** They come last and while everything can be used: nobody has to wait for them. */
	private static void people(Demonstration demonstration, Progress progress) throws InterruptedException {
		try {
			progress.say("People apply to both programmes, so that there is something to look at");
			progress.say(demonstration.apply() + " people have applied or begun to.");
		}
		catch (IllegalStateException | UncheckedIOException incomplete) {
			progress.say("Not all of the people applied: " + incomplete.getMessage());
		}
	}

	private static void quietenUntilCohortConfiguresItsLog() {
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
	}

	private static void runCohort(LocalPlatform platform, String[] arguments) {
		List<String> all = new ArrayList<>();
		platform.applicationProperties().forEach((key, value) -> all.add("--" + key + "=" + value));
		all.addAll(Arrays.asList(arguments));
		try {
			var application = new SpringApplication(CohortApplication.class);
			application.setRegisterShutdownHook(false);
			var context = application.run(all.toArray(String[]::new));
			platform.beforeClosing(context::close);
		}
		catch (RuntimeException exception) {
			throw new PlatformRefused("Cohort itself did not start; the reason is in its log above."
					+ " If a migration was edited since the last run, begin afresh with -Dcohort.platform.wipe=true.", exception);
		}
	}
}
