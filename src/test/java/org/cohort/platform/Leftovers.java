package org.cohort.platform;

import java.time.Duration;

/** Ends what an earlier launcher left running because it was killed itself. */
final class Leftovers {

	private Leftovers() {
	}

	static void end(PlatformSettings settings, Progress progress) {
		settings.pidFiles().parallelStream().forEach(file -> {
			if (file.end(Duration.ofSeconds(8))) {
				progress.say("Ended %s, left over from an earlier run".formatted(file.part()));
			}
		});
	}
}
