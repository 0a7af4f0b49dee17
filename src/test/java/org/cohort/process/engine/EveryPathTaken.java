package org.cohort.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.cohort.process.bpmn.ProcessFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a class of process tests that did not take every path of the diagram it is about, and writes down what was
 * taken, into {@code target/process-coverage.md}. Says nothing when only some tests of the class were run.
 */
final class EveryPathTaken implements BeforeEachCallback, AfterAllCallback {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Path REPORT = Path.of("target/process-coverage.md");

	private static final Map<Class<?>, List<Scenario>> SCENARIOS = new ConcurrentHashMap<>();

	private static final Map<Class<?>, Integer> RUN = new ConcurrentHashMap<>();

	private static final Map<String, String> ROWS = new TreeMap<>();

	static void by(Class<?> tests, Scenario scenario) {
		SCENARIOS.computeIfAbsent(tests, any -> new ArrayList<>()).add(scenario);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		RUN.merge(context.getRequiredTestClass(), 1, Integer::sum);
	}

	@Override
	public void afterAll(ExtensionContext context) throws IOException {
		Class<?> tests = context.getRequiredTestClass();
		String process = tests.getAnnotation(TakesEveryPathOf.class).value();
		Set<String> paths = ProcessFiles.pathsOf(process);
		if (RUN.getOrDefault(tests, 0) < Arrays.stream(tests.getDeclaredMethods())
			.filter(method -> method.isAnnotationPresent(Test.class)).count()) {
			return;
		}
		Set<String> missed = missed(tests, process, paths);
		write(process, paths.size(), missed);
		assertThat(missed).as("Paths of %s.bpmn that %s does not take", process, tests.getSimpleName()).isEmpty();
	}

	/** What the engine did is read with a little delay. */
	private static Set<String> missed(Class<?> tests, String process, Set<String> paths) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			Set<String> missed = new TreeSet<>(paths);
			SCENARIOS.getOrDefault(tests, List.of())
				.forEach(scenario -> missed.removeAll(scenario.visited().getOrDefault(process, Set.of())));
			if (missed.isEmpty() || System.nanoTime() > end) {
				return missed;
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private static synchronized void write(String process, int all, Set<String> missed) throws IOException {
		int taken = all - missed.size();
		String row = "| %s | %d of %d | %d %% | %s |".formatted(process, taken, all, 100 * taken / all,
				String.join(", ", missed));
		System.out.println("Paths taken: " + row);
		ROWS.put(process, row);
		Files.createDirectories(REPORT.getParent());
		Files.writeString(REPORT, """
				# Elements and flows that the process tests took

				| diagram | taken | | not taken |
				|---|---|---|---|
				""" + String.join("\n", ROWS.values()) + "\n");
	}
}
