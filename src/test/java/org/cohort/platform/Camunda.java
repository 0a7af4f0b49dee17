package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Camunda's broker, gateway and Tasklist in one process, with people and programs signing in at Keycloak. */
final class Camunda implements Part {

	private final PlatformSettings settings;

	private final ChildProcess process;

	private final Search search;

	private final Keycloak keycloak;

	Camunda(PlatformSettings settings, Search search, Keycloak keycloak) {
		this.settings = settings;
		this.search = search;
		this.keycloak = keycloak;
		this.process = new ChildProcess("camunda", settings);
	}

	@Override
	public String name() {
		return "Camunda";
	}

	@Override
	public void start() {
		if (process.isAlive()) {
			return;
		}
		launch();
		awaitReady();
	}

	private void launch() {
		Path home = settings.folder().resolve("camunda");
		Path configuration = configure(home);
		Path distribution = new Distributions(settings.distributions()).camunda();
		process.start(
				List.of(ChildProcess.java(), "-Xms256m", "-Xmx640m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
						"-Xss512k", "-XX:MaxDirectMemorySize=192m", "-XX:+ExitOnOutOfMemoryError",
						"-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
						"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/java.nio=ALL-UNNAMED",
						"-classpath", distribution.resolve("config") + java.io.File.pathSeparator
								+ distribution.resolve("lib") + "/*",
						"-Dapp.name=camunda", "-Dapp.home=" + home, "-Dbasedir=" + home,
						"io.camunda.application.StandaloneCamunda"),
				Map.of("SPRING_PROFILES_ACTIVE", "broker,tasklist,identity-auth", "SPRING_CONFIG_ADDITIONAL_LOCATION",
						"file:" + configuration, "ZEEBE_CLIENT_ID", "camunda", "ZEEBE_CLIENT_SECRET",
						LocalSecrets.CAMUNDA_CLIENT, "ZEEBE_TOKEN_AUDIENCE", "camunda",
						"ZEEBE_AUTHORIZATION_SERVER_URL", keycloak.tokenUrl(), "ZEEBE_CLIENT_CONFIG_PATH",
						home.resolve("credentials-cache").toString()),
				home);
	}

	private void awaitReady() {
		process.await(Duration.ofMinutes(8),
				() -> HttpProbe.answers("http://127.0.0.1:" + settings.ports().brokerManagement() + "/actuator/health"));
	}

	private Path configure(Path home) {
		Map<String, Object> values = Map.ofEntries(Map.entry("tasklistPort", settings.ports().tasklist()),
				Map.entry("managementPort", settings.ports().brokerManagement()),
				Map.entry("gatewayPort", settings.ports().gateway()),
				Map.entry("commandPort", settings.ports().brokerCommands()),
				Map.entry("internalPort", settings.ports().brokerInternal()),
				Map.entry("data", home.resolve("data")), Map.entry("search", search.address()),
				Map.entry("realm", keycloak.realm()), Map.entry("secret", LocalSecrets.CAMUNDA_CLIENT),
				Map.entry("tasklistUrl", tasklistUrl()));
		String text = template();
		for (var value : values.entrySet()) {
			text = text.replace("{{" + value.getKey() + "}}", value.getValue().toString());
		}
		try {
			Files.createDirectories(home);
			return Files.writeString(home.resolve("application.yaml"), text);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	private static String template() {
		try (var stream = Camunda.class.getResourceAsStream("/platform/camunda.yaml")) {
			return new String(java.util.Objects.requireNonNull(stream, "platform/camunda.yaml").readAllBytes(),
					java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	String tasklistUrl() {
		return "http://localhost:" + settings.ports().tasklist();
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
