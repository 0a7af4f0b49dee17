package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Remembers one process across runs. A process id alone is not enough: the system gives it to a stranger later.
 * So the start time is kept with it, and nobody is ended whose start time differs.
 */
final class PidFile {

	/** Linux derives start times from the boot time, which a clock correction moves a little. */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private final Path file;

	PidFile(Path file) {
		this.file = file;
	}

	/** The name of the part. */
	String part() {
		return file.getFileName().toString().replace(".pid", "");
	}

	void write(ProcessHandle process) {
		Instant started = process.info().startInstant().orElse(Instant.EPOCH);
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, process.pid() + " " + started);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** The remembered process, if it still runs and is the very same one. */
	Optional<ProcessHandle> process() {
		try {
			if (!Files.exists(file)) {
				return Optional.empty();
			}
			String[] words = Files.readString(file).trim().split(" ");
			Instant started = Instant.parse(words[1]);
			return ProcessHandle.of(Long.parseLong(words[0])).filter(ProcessHandle::isAlive).filter(same(started));
		}
		catch (IOException | RuntimeException unreadable) {
			return Optional.empty();
		}
	}

	private static Predicate<ProcessHandle> same(Instant started) {
		return process -> process.info()
			.startInstant()
			.map(actual -> Duration.between(started, actual).abs().compareTo(TOLERANCE) <= 0)
			.orElse(false);
	}

	/** Ends the remembered process with everything it started, first politely. Returns whether there was one. */
	boolean end(Duration patience) {
		Optional<ProcessHandle> found = process();
		found.ifPresent(process -> {
			var family = process.descendants().toList();
			process.destroy();
			if (!ended(process, patience)) {
				process.destroyForcibly();
				ended(process, Duration.ofSeconds(10));
			}
			family.forEach(ProcessHandle::destroyForcibly);
		});
		delete();
		return found.isPresent();
	}

	private static boolean ended(ProcessHandle process, Duration patience) {
		try {
			process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException stillThere) {
			return false;
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException exception) {
			throw new IllegalStateException(exception);
		}
	}

	void delete() {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}
}
