package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program of the platform, run as a child of this one, with its output in a log file and its id in a pid file. */
final class ChildProcess {

	private final String name;

	private final Path log;

	private final PidFile pidFile;

	private @Nullable Process process;

	ChildProcess(String name, PlatformSettings settings) {
		this.name = name;
		this.log = settings.logs().resolve(name + ".log");
		this.pidFile = settings.pidFile(name);
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	void start(List<String> command, Map<String, String> environment, Path workingFolder) {
		if (isAlive()) {
			throw new IllegalStateException(name + " runs already");
		}
		try {
			Files.createDirectories(log.getParent());
			Files.createDirectories(workingFolder);
			var builder = new ProcessBuilder(sparedFromCtrlC(command)).directory(workingFolder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
			builder.environment().keySet().removeIf(ChildProcess::wouldConfigureASpringProgram);
			builder.environment().putAll(environment);
			process = builder.start();
			pidFile.write(process.toHandle());
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/**
	 * A terminal sends Ctrl-C to every program at once. Only the launcher shall listen, so that Cohort ends before
	 * the database under it does. A signal that is ignored stays so across exec, and the process id stays the same.
	 */
	private static List<String> sparedFromCtrlC(List<String> command) {
		if (System.getProperty("os.name").startsWith("Windows")) {
			return command;
		}
		var spared = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
		spared.addAll(command);
		return spared;
	}

	/** Settings that the reader has for other programs must not leak into these. */
	private static boolean wouldConfigureASpringProgram(String variable) {
		return variable.startsWith("SPRING_") || variable.startsWith("ZEEBE_") || variable.startsWith("CAMUNDA_")
				|| variable.startsWith("KC_") || variable.equals("JAVA_TOOL_OPTIONS");
	}

	boolean isAlive() {
		return process != null && process.isAlive();
	}

	long pid() {
		return java.util.Objects.requireNonNull(process, name + " was not started").pid();
	}

	/** Asks it to end, and ends it if it does not. */
	void stop(Duration patience) {
		pidFile.end(patience);
	}

	/** As {@code kill -9}: no chance to tidy up. */
	void kill() {
		Process running = process;
		if (running != null) {
			running.destroyForcibly();
			try {
				running.waitFor(10, TimeUnit.SECONDS);
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
			}
		}
		pidFile.delete();
	}

	/** Waits for a program that ends by itself, and returns its exit code. */
	int awaitEnd(Duration limit) {
		Process running = java.util.Objects.requireNonNull(process, name + " was not started");
		try {
			if (!running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				kill();
				throw failure("did not end within %d s".formatted(limit.toSeconds()));
			}
			pidFile.delete();
			return running.exitValue();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw failure("was interrupted");
		}
	}

	/** What to tell a reader when it did not come up. */
	PlatformRefused failure(String what) {
		return new PlatformRefused("%s %s. The end of its log %s:%n%s".formatted(name, what, log, lastLines()));
	}

	private String lastLines() {
		try {
			List<String> lines = Files.readAllLines(log);
			return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 15), lines.size()));
		}
		catch (IOException | UncheckedIOException unreadable) {
			return "(unreadable)";
		}
	}

	/** Waits until the condition holds, and complains with the log when the program ends or takes too long. */
	void await(Duration limit, java.util.function.BooleanSupplier ready) {
		long end = System.nanoTime() + limit.toNanos();
		while (!ready.getAsBoolean()) {
			if (!isAlive()) {
				throw failure("ended while starting");
			}
			if (System.nanoTime() > end) {
				throw failure("was not ready within %d s".formatted(limit.toSeconds()));
			}
			try {
				Thread.sleep(250);
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				throw failure("was interrupted while starting");
			}
		}
	}
}
