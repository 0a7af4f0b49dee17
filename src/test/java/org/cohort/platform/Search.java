package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** OpenSearch, which Tasklist reads from: one node of the runner that the OpenSearch community publishes. */
final class Search implements Part {

	private final PlatformSettings settings;

	private final ChildProcess process;

	private boolean watched;

	Search(PlatformSettings settings) {
		this.settings = settings;
		this.process = new ChildProcess("opensearch", settings);
	}

	@Override
	public String name() {
		return "OpenSearch";
	}

	@Override
	public void start() {
		if (process.isAlive()) {
			return;
		}
		Path home = settings.folder().resolve("opensearch");
		configure(home.resolve("node_1/config"));
		process.start(List.of(ChildProcess.java(), "-Xms256m", "-Xmx384m", "-XX:+UseSerialGC", "-Xss512k",
				"-XX:MaxDirectMemorySize=128m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
				"-Dlog4j2.formatMsgNoLookups=true", "-cp", new Distributions(settings.distributions()).searchClassPath(),
				program(home).toString(), "-basePath", home.toString(), "-numOfNode", "1", "-clusterName", "cohort",
				// The first node's port is the base and one more.
				"-baseHttpPort", Integer.toString(settings.ports().search() - 1), "-useLogger"), Map.of(), home);
		process.await(Duration.ofMinutes(8), () -> HttpProbe.answers(address() + "/_cluster/health"));
		if (!watched) {
			watched = true;
			new RecordTimes(address()).watch();
		}
	}

	private static Path program(Path home) {
		try (var source = Search.class.getResourceAsStream("/platform/OpenSearchNode.java")) {
			Path file = home.resolve("OpenSearchNode.java");
			Files.createDirectories(home);
			Files.copy(Objects.requireNonNull(source), file, StandardCopyOption.REPLACE_EXISTING);
			return file;
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** The runner copies its own defaults only where no file is, so this one wins. */
	private void configure(Path folder) {
		String configuration = """
				network.host: 127.0.0.1
				transport.port: %d
				discovery.type: single-node
				# One small node on a reader's own disk: do not turn read-only because that disk is 95 %% full.
				cluster.routing.allocation.disk.threshold_enabled: false
				action.auto_create_index: true
				""".formatted(settings.ports().searchTransport());
		try {
			Files.createDirectories(folder);
			Files.writeString(folder.resolve("opensearch.yml"), configuration);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	String address() {
		return "http://127.0.0.1:" + settings.ports().search();
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
