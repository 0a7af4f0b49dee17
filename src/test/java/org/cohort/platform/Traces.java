package org.cohort.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where no word of an applicant may be found: the engine, and the logs of all programs. */
final class Traces {

	private static final Pattern TOKEN = Pattern.compile("/([A-Za-z0-9_-]{40,})\\b");

	private Traces() {
	}

	/** Fails if the engine ever saw what applicants wrote, or an address, or a personal link. */
	static void areNotInTheEngine(LocalPlatform platform) {
		var records = new EngineRecords(platform);
		List<String> forbidden = forbidden(platform);
		assertThat(records.variables()).as("variables").hasSizeGreaterThan(100)
			.allSatisfy(variable -> assertThat(forbidden).noneMatch(variable::contains));
		assertThat(records.all()).as("records of the engine").hasSizeGreaterThan(1000)
			.allSatisfy(record -> assertThat(forbidden).noneMatch(record::contains));
	}

	/** Fails if a log of any program of the platform quotes what applicants wrote, an address, or a personal link. */
	static void areNotInTheLogs(LocalPlatform platform) {
		List<String> forbidden = forbidden(platform);
		try (Stream<Path> files = Files.walk(platform.settings().logs())) {
			List<Path> logs = files.filter(Files::isRegularFile).toList();
			assertThat(logs).as("logs").extracting(log -> log.getFileName().toString()).contains("cohort.log",
					"camunda.log", "keycloak.log");
			assertThat(logs).allSatisfy(log -> assertThat(lines(log)).as(log.toString())
				.noneMatch(line -> forbidden.stream().anyMatch(line::contains)));
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	private static List<String> lines(Path log) throws IOException {
		return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
	}

	private static List<String> forbidden(LocalPlatform platform) {
		List<String> tokens = platform.mails().mails().stream()
			.flatMap(mail -> mail.links().stream())
			.flatMap(link -> TOKEN.matcher(link).results().map(found -> found.group(1)))
			.distinct()
			.toList();
		assertThat(tokens).as("personal links").isNotEmpty();
		return Stream.concat(Stream.of(Applicant.PLANTED), tokens.stream()).toList();
	}
}
