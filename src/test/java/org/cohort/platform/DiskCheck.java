package org.cohort.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses to begin on a disk that would fill up: a broker without space stops taking commands, silently. */
final class DiskCheck {

	/** What a fresh platform writes, and room for a demonstration: the broker alone reserves log segments ahead. */
	static final long NEEDED_BYTES = 2L << 30;

	private DiskCheck() {
	}

	static void requireSpace(Path folder) {
		try {
			Files.createDirectories(folder);
			requireSpace(folder, Files.getFileStore(folder).getUsableSpace());
		}
		catch (IOException exception) {
			throw new PlatformRefused("The folder " + folder + " cannot be written: " + exception.getMessage() + ".",
					exception);
		}
	}

	static void requireSpace(Path folder, long usableBytes) {
		if (usableBytes < NEEDED_BYTES) {
			throw new PlatformRefused("The disk of %s has %.1f GB left and the platform needs %.1f GB: free some space."
				.formatted(folder, gigabytes(usableBytes), gigabytes(NEEDED_BYTES)));
		}
	}

	private static double gigabytes(long bytes) {
		return bytes / (double) (1L << 30);
	}
}
