package org.cohort.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTests {

	@TempDir
	Path folder;

	private Process process;

	private PidFile file;

	@BeforeEach
	void startSomething() throws IOException {
		process = new ProcessBuilder("sleep", "300").start();
		file = new PidFile(folder.resolve("run/sleep.pid"));
	}

	@AfterEach
	void endIt() {
		process.destroyForcibly();
	}

	@Test
	void theRememberedProcessIsFoundAndEnded() {
		file.write(process.toHandle());

		assertThat(new PidFile(folder.resolve("run/sleep.pid")).end(Duration.ofSeconds(5))).isTrue();

		assertThat(process.isAlive()).isFalse();
		assertThat(folder.resolve("run/sleep.pid")).doesNotExist();
	}

	@Test
	void aStrangerWhoGotTheSameIdLaterIsLeftAlone() throws IOException {
		Files.createDirectories(folder.resolve("run"));
		Files.writeString(folder.resolve("run/sleep.pid"), process.pid() + " 2020-01-01T00:00:00Z");

		assertThat(file.process()).isEmpty();
		assertThat(file.end(Duration.ofSeconds(5))).isFalse();
		assertThat(process.isAlive()).isTrue();
	}

	@Test
	void aProcessThatIgnoresAPoliteRequestIsEndedAllTheSame() throws IOException {
		Process stubborn = new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo ready; while true; do sleep 1; done")
			.start();
		stubborn.inputReader().readLine();
		file.write(stubborn.toHandle());

		file.end(Duration.ofMillis(300));

		assertThat(stubborn.isAlive()).isFalse();
	}

	@Test
	void aFileThatWasCutShortNamesNobody() throws IOException {
		Files.createDirectories(folder.resolve("run"));
		Files.writeString(folder.resolve("run/sleep.pid"), Long.toString(process.pid()));

		assertThat(file.process()).isEmpty();
		assertThat(file.end(Duration.ofSeconds(1))).isFalse();
		assertThat(process.isAlive()).isTrue();
	}

	@Test
	void nothingIsThereToEndBeforeTheFirstStart() {
		assertThat(file.end(Duration.ofSeconds(1))).isFalse();
	}
}
