package org.cohort.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTests {

	@TempDir
	Path folder;

	@Test
	void whatAKilledLauncherLeftIsEndedAndSaid() throws IOException {
		var settings = new PlatformSettings(folder, folder, new Ports(20_000), false);
		Process left = new ProcessBuilder("sleep", "300").start();
		settings.pidFile("camunda").write(left.toHandle());
		var said = new ByteArrayOutputStream();

		Leftovers.end(settings, new Progress(new PrintStream(said)));

		assertThat(left.isAlive()).isFalse();
		assertThat(said.toString()).contains("Ended camunda, left over from an earlier run");
		assertThat(settings.pidFiles()).isEmpty();
	}

	@Test
	void wipingEmptiesTheFolderAndNothingElse() throws IOException {
		var settings = new PlatformSettings(folder.resolve("local"), folder, new Ports(20_000), true);
		Files.createDirectories(settings.logs());
		Files.writeString(settings.logs().resolve("a.log"), "a");
		Files.writeString(folder.resolve("other"), "kept");

		settings.wipeFolder();

		assertThat(folder.resolve("local")).doesNotExist();
		assertThat(folder.resolve("other")).exists();
	}
}
