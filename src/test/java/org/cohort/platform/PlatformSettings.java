package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What one run of the platform may choose.
 * @param folder keeps everything that survives a restart, and the logs
 * @param distributions where Maven unpacked Camunda and Keycloak; shared by all platforms of this project
 * @param ports the block of ports
 * @param wipe whether to begin with an empty folder
 */
public record PlatformSettings(Path folder, Path distributions, Ports ports, boolean wipe) {

	public PlatformSettings {
		folder = folder.toAbsolutePath().normalize();
		distributions = distributions.toAbsolutePath().normalize();
	}

	/** From the system properties {@code cohort.platform.*}, as the build passes them on. */
	static PlatformSettings fromSystemProperties() {
		return new PlatformSettings(Path.of(System.getProperty("cohort.platform.folder", ".cohort/local")),
				distributionsFromSystemProperties(), new Ports(Integer.getInteger("cohort.platform.port-base", 8080)),
				Boolean.getBoolean("cohort.platform.wipe"));
	}

	/** A platform of its own for the tests: empty at first, and on the next free block of ports. */
	static PlatformSettings forTests() {
		return new PlatformSettings(Path.of("target/platform"), distributionsFromSystemProperties(),
				PortCheck.freeBlockFrom(Integer.getInteger("cohort.platform.test-port-base", 18080)), true);
	}

	private static Path distributionsFromSystemProperties() {
		return Path.of(System.getProperty("cohort.platform.distributions", ".cohort/distributions"));
	}

	Path logs() {
		return folder.resolve("logs");
	}

	PidFile pidFile(String part) {
		return new PidFile(pidFolder().resolve(part + ".pid"));
	}

	/** Those of all parts, of this run or of an earlier one. */
	List<PidFile> pidFiles() {
		if (!Files.isDirectory(pidFolder())) {
			return List.of();
		}
		try (var files = Files.list(pidFolder())) {
			return files.filter(file -> file.toString().endsWith(".pid")).map(PidFile::new).toList();
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	private Path pidFolder() {
		return folder.resolve("run");
	}

	/** Empties the folder. */
	void wipeFolder() {
		if (!Files.exists(folder)) {
			return;
		}
		try (var paths = Files.walk(folder)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}
}
