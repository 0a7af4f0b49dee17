package org.cohort.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Finds what the build has fetched: see the dependency and antrun plugins in the pom. */
record Distributions(Path folder) {

	Path camunda() {
		return unpacked("camunda-zeebe-" + version("camunda"));
	}

	Path keycloak() {
		return unpacked("keycloak-" + version("keycloak"));
	}

	/** The class path of OpenSearch, one jar a line. */
	String searchClassPath() {
		try {
			return String.join(java.io.File.pathSeparator, Files.readAllLines(existing("opensearch.classpath")));
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	private String version(String part) {
		var versions = new Properties();
		try (var reader = Files.newBufferedReader(existing("versions.properties"))) {
			versions.load(reader);
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
		return versions.getProperty(part);
	}

	private Path unpacked(String name) {
		return existing(name);
	}

	private Path existing(String name) {
		Path path = folder.resolve(name);
		if (!Files.exists(path)) {
			throw new PlatformRefused("%s is missing: run `mvn test-compile` once (without -DskipPlatform), which fetches it."
				.formatted(path));
		}
		return path;
	}
}
