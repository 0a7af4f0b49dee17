package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Ends what an earlier launcher left running because it was killed itself. */
final class Leftovers {

	private Leftovers() {
	}

	static void end(PlatformSettings settings, Progress progress) {
		Path folder = settings.folder().resolve("run");
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (var files = Files.list(folder)) {
			List<Path> found = files.filter(file -> file.toString().endsWith(".pid")).toList();
			found.parallelStream().forEach(file -> {
				if (new PidFile(file).end(Duration.ofSeconds(8))) {
					progress.say("Ended %s, left over from an earlier run"
						.formatted(file.getFileName().toString().replace(".pid", "")));
				}
			});
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}
}
