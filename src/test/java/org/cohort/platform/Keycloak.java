package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak with the realm of {@code deploy/keycloak} and the demonstration users. It keeps its data in PostgreSQL. */
final class Keycloak implements Part {

	private final PlatformSettings settings;

	private final ChildProcess process;

	private final Postgres postgres;

	Keycloak(PlatformSettings settings, Postgres postgres) {
		this.settings = settings;
		this.postgres = postgres;
		this.process = new ChildProcess("keycloak", settings);
	}

	@Override
	public String name() {
		return "Keycloak";
	}

	@Override
	public void start() {
		if (process.isAlive()) {
			return;
		}
		prepareOnce();
		process.start(command(List.of("start", "--optimized", "--http-enabled=true", "--http-host=127.0.0.1",
				"--http-port=" + settings.ports().keycloak(), "--hostname=" + address(), "--cache=local",
				"--db-url=" + postgres.jdbcUrl("keycloak"), "--db-username=postgres", "--db-password=postgres",
				"--db-pool-initial-size=1", "--db-pool-max-size=20")), bootstrap(), settings.folder().resolve("keycloak"));
		process.await(Duration.ofMinutes(8), () -> HttpProbe.answers(address() + "/realms/master"));
		new KeycloakRealm(this, settings).importIfChanged();
	}

	private static Map<String, String> bootstrap() {
		return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", LocalSecrets.KEYCLOAK_ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD",
				LocalSecrets.KEYCLOAK_ADMIN_PASSWORD);
	}

	/** Keycloak compiles its settings once, into its own folder; later starts take a third of the time. */
	private void prepareOnce() {
		Path home = home();
		Path marker = home.resolve("prepared-for-cohort");
		try (var channel = FileChannel.open(home.resolve("prepare.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); var lock = channel.lock()) {
			if (Files.exists(marker)) {
				return;
			}
			var build = new ChildProcess("keycloak-build", settings);
			build.start(command(List.of("build", "--db=postgres")), Map.of(), settings.folder().resolve("keycloak"));
			if (build.awaitEnd(Duration.ofMinutes(8)) != 0) {
				throw build.failure("failed");
			}
			Files.createFile(marker);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** What bin/kc.sh runs, without the shell between: the process that is started is the one to be ended. */
	private List<String> command(List<String> arguments) {
		Path home = home();
		var command = new ArrayList<>(List.of(ChildProcess.java(), "-Xms64m", "-Xmx320m", "-XX:+UseSerialGC",
				"-XX:MaxMetaspaceSize=256m", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
				"-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US",
				"--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
				"--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
				"--enable-native-access=ALL-UNNAMED",
				"-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
						+ "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
				"-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"),
				"-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true", "-cp",
				home.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
		command.addAll(arguments);
		return command;
	}

	private Path home() {
		return new Distributions(settings.distributions()).keycloak();
	}

	/** As browsers know it: tokens name this address as their issuer's. */
	String address() {
		return "http://localhost:" + settings.ports().keycloak();
	}

	String realm() {
		return address() + "/realms/cohort";
	}

	String tokenUrl() {
		return realm() + "/protocol/openid-connect/token";
	}

	@Override
	public void stop(Duration patience) {
		process.stop(patience);
	}

	@Override
	public void kill() {
		process.kill();
	}

	@Override
	public boolean isRunning() {
		return process.isAlive();
	}
}
