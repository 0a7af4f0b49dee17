package org.cohort.process.engine;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cohort.process.bpmn.ProcessFiles;
import tools.jackson.databind.json.JsonMapper;

/**
 * A broker of the real distribution without a search store, started once for all process tests of a JVM, with the files
 * in {@code bpmn/} deployed. Its clock stands where the tests put it and goes on from there.
 */
public final class EngineAlone {

	private static final Path FOLDER = Path.of("target").toAbsolutePath();

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private final HttpClient http = HttpClient.newHttpClient();

	private final Process process;

	private final List<Integer> ports;

	private final CamundaClient client;

	private final Records records;

	private EngineAlone(Process process, List<Integer> ports, CamundaClient client, Records records) {
		this.process = process;
		this.ports = ports;
		this.client = client;
		this.records = records;
	}

	public static EngineAlone running() {
		return Started.ENGINE;
	}

	/** One of its own, with nothing deployed, for tests whose workers would be in the way of others. */
	public static EngineAlone another(String name) {
		return start(name, false);
	}

	public URI grpcAddress() {
		return URI.create("http://127.0.0.1:" + ports.get(0));
	}

	public URI restAddress() {
		return URI.create("http://127.0.0.1:" + ports.get(3));
	}

	/** Ends it as a power cut would. */
	public void stop() {
		client.close();
		records.close();
		process.destroyForcibly().onExit().join();
	}

	public CamundaClient client() {
		return client;
	}

	public Records records() {
		return records;
	}

	/** What time it is in the engine. */
	public Instant now() {
		return Instant.ofEpochMilli(JsonMapper.shared().readTree(manage("GET", "")).path("epochMilli").asLong());
	}

	/** Lets time pass; timers that fall due meanwhile fire. */
	public void pass(Duration time) {
		manage("POST", "/add", "{\"offsetMilli\": %d}".formatted(time.toMillis()));
	}

	private String manage(String method, String path, String... body) {
		return http(http, method, URI.create("http://127.0.0.1:%d/actuator/clock%s".formatted(ports.get(4), path)), body);
	}

	private static String http(HttpClient http, String method, URI address, String... body) {
		try {
			HttpResponse<String> answer = http.send(
					HttpRequest.newBuilder(address)
						.header("Content-Type", "application/json")
						.method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody()
								: HttpRequest.BodyPublishers.ofString(body[0]))
						.build(),
					HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() >= 300) {
				throw new IOException(address + " answered " + answer.statusCode() + ": " + answer.body());
			}
			return answer.body();
		}
		catch (IOException unreachable) {
			throw new UncheckedIOException(unreachable);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private static EngineAlone start(String name, boolean deployed) {
		Path folder = FOLDER.resolve(name);
		try {
			endWhatWasLeft(folder);
			wipe(folder);
			Files.createDirectories(folder);
			List<Integer> ports = freePorts(5);
			Path log = folder.resolve("broker.log");
			Process process = new ProcessBuilder(command(folder, configuration(folder, ports))).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Files.writeString(pidFile(folder), Long.toString(process.pid()));
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			awaitHealth(process, ports.get(4), log);
			CamundaClient client = CamundaClient.newClientBuilder()
				.grpcAddress(URI.create("http://127.0.0.1:" + ports.get(0)))
				.restAddress(URI.create("http://127.0.0.1:" + ports.get(3)))
				.preferRestOverGrpc(false)
				.defaultRequestTimeout(PATIENCE)
				.numJobWorkerExecutionThreads(4)
				.build();
			if (deployed) {
				deploy(client);
			}
			return new EngineAlone(process, ports, client, Records.follow(recordFile(folder)));
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	private static void deploy(CamundaClient client) {
		List<Path> files = ProcessFiles.deployed();
		var command = client.newDeployResourceCommand().addResourceFile(files.getFirst().toString());
		for (Path file : files.subList(1, files.size())) {
			command = command.addResourceFile(file.toString());
		}
		command.send().join();
	}

	private static List<String> command(Path folder, Path configuration) throws IOException {
		Path distribution;
		Path distributions = Path.of(System.getProperty("cohort.platform.distributions", ".cohort/distributions"));
		try (var unpacked = Files.list(distributions)) {
			distribution = unpacked.filter(it -> it.getFileName().toString().startsWith("camunda-zeebe-"))
				.max(Comparator.naturalOrder())
				.orElseThrow(() -> new IllegalStateException("No engine in " + distributions
						+ ": run `mvn test-compile` once (without -DskipPlatform), which fetches it"))
				.toAbsolutePath();
		}
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms128m", "-Xmx512m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8",
				"--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
				"--add-opens=java.base/java.nio=ALL-UNNAMED",
				"-Dspring.config.additional-location=file:" + configuration, "-Dbasedir=" + folder, "-Dapp.home=" + folder,
				"-classpath",
				distribution.resolve("config") + System.getProperty("path.separator") + distribution.resolve("lib") + "/*",
				"io.camunda.application.StandaloneBroker");
	}

	private static Path configuration(Path folder, List<Integer> ports) throws IOException {
		return Files.writeString(folder.resolve("application.yaml"), """
				zeebe:
				  clock.controlled: true
				  broker:
				    gateway.network: {host: 127.0.0.1, port: %d}
				    network:
				      host: 127.0.0.1
				      commandApi.port: %d
				      internalApi.port: %d
				    cluster.raft.flush.enabled: false
				    data:
				      directory: %s
				      logSegmentSize: 16MB
				      disk.freeSpace: {processing: 100MB, replication: 50MB}
				    exporters.records:
				      className: %s
				      jarPath: %s
				      args: {file: "%s"}
				server: {address: 127.0.0.1, port: %d}
				management:
				  server: {address: 127.0.0.1, port: %d}
				  endpoints.web.exposure.include: health, clock
				""".formatted(ports.get(0), ports.get(1), ports.get(2), folder.resolve("data"), RecordWriterJar.CLASS_NAME,
				RecordWriterJar.packInto(folder), recordFile(folder), ports.get(3), ports.get(4)));
	}

	private static Path recordFile(Path folder) {
		return folder.resolve("records.jsonl");
	}

	private static Path pidFile(Path folder) {
		return folder.resolve("broker.pid");
	}

	private static void awaitHealth(Process process, int port, Path log) throws IOException {
		HttpClient http = HttpClient.newHttpClient();
		URI health = URI.create("http://127.0.0.1:%d/actuator/health".formatted(port));
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				http(http, "GET", health);
				return;
			}
			catch (UncheckedIOException notYet) {
				if (!process.isAlive() || System.nanoTime() > end) {
					process.destroyForcibly();
					List<String> lines = Files.readAllLines(log);
					throw new IllegalStateException("The engine did not start; its log %s ends so:%n%s".formatted(log,
							String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()))), notYet);
				}
				pause();
			}
		}
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	/** A test run that was killed could not end its engine. */
	private static void endWhatWasLeft(Path folder) throws IOException {
		if (Files.exists(pidFile(folder))) {
			ProcessHandle.of(Long.parseLong(Files.readString(pidFile(folder)).strip()))
				.filter(left -> left.info().commandLine().orElse("").contains(folder.toString()))
				.ifPresent(ProcessHandle::destroyForcibly);
		}
	}

	private static void wipe(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (var files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	private static List<Integer> freePorts(int count) throws IOException {
		List<ServerSocket> held = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				held.add(new ServerSocket(0));
			}
			return held.stream().map(ServerSocket::getLocalPort).toList();
		}
		finally {
			for (ServerSocket socket : held) {
				socket.close();
			}
		}
	}

	boolean isAlive() {
		return process.isAlive();
	}

	private static final class Started {

		static final EngineAlone ENGINE = start("engine-alone", true);
	}
}
