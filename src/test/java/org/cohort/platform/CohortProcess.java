package org.cohort.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Cohort in a JVM of its own: the packaged jar when the build names one, the compiled classes otherwise. */
public final class CohortProcess implements Part {

	private final PlatformSettings settings;

	private final LocalPlatform platform;

	private final ChildProcess process;

	private final Map<String, String> extra = new TreeMap<>();

	CohortProcess(PlatformSettings settings, LocalPlatform platform) {
		this.settings = settings;
		this.platform = platform;
		this.process = new ChildProcess("cohort", settings);
	}

	@Override
	public String name() {
		return "Cohort";
	}

	/** Adds a property, or replaces one of the platform's, from the next start on. */
	public CohortProcess with(String property, String value) {
		extra.put(property, value);
		return this;
	}

	@Override
	public void start() {
		if (process.isAlive()) {
			return;
		}
		launch();
		process.await(Duration.ofMinutes(8), this::isHealthy);
	}

	/** Starts it without waiting until it serves. */
	public void launch() {
		var properties = new TreeMap<>(platform.applicationProperties());
		properties.putAll(extra);
		var command = new ArrayList<>(List.of(ChildProcess.java(), "-Xms128m", "-Xmx384m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(program());
		process.start(command,
				Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(properties)),
				Path.of("").toAbsolutePath());
	}

	private static List<String> program() {
		String jar = System.getProperty("cohort.platform.jar");
		if (jar != null && Files.exists(Path.of(jar))) {
			return List.of("-jar", jar);
		}
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(entry -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		return List.of("-cp", classPath, "org.cohort.CohortApplication");
	}

	private boolean isHealthy() {
		return HttpProbe
			.answers("http://127.0.0.1:" + settings.ports().applicationManagement() + "/actuator/health/readiness");
	}

	public long pid() {
		return process.pid();
	}

	/** Where its output goes. */
	public Path log() {
		return settings.logs().resolve("cohort.log");
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
