package org.cohort.eligibility.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cohort.eligibility.evidence.HttpsRepository.answer;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.cohort.programme.ScreeningSettings;
import org.eclipse.jgit.transport.PacketLineOut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that are fetched over https, from a server on this machine. */
class FetchedRepositoryTests {

	private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant UNTIL = Instant.parse("2026-06-01T00:00:00Z");

	@TempDir
	static Path certificates;

	@TempDir
	Path folder;

	SomeRepository project;

	HttpsRepository server;

	@BeforeEach
	void aProjectOnAServer() throws Exception {
		project = SomeRepository.in(folder.resolve("project")).commit("ada@example.org", "2026-02-02T10:00:00Z")
			.commit("bela@example.org", "2026-02-03T10:00:00Z");
		server = HttpsRepository.in(certificates).serving(project.git().getRepository());
	}

	@AfterEach
	void end() {
		server.close();
		project.close();
	}

	@Test
	void aRepositoryIsFetchedAndCounted() throws Exception {
		assertThat(count("/project.git")).isEqualTo(1);
	}

	@Test
	void whatIsNewIsFetchedTheNextTime() throws Exception {
		assertThat(count("/project.git")).isEqualTo(1);
		project.commit("ada@example.org", "2026-03-10T10:00:00Z");
		assertThat(count("/project.git")).isEqualTo(2);
	}

	@Test
	void historyThatTheProjectRewroteIsCountedAsItIsNow() throws Exception {
		assertThat(count("/project.git")).isEqualTo(1);
		project.git().reset().setRef("HEAD~1").call();
		project.commit("ada@example.org", "2026-03-10T10:00:00Z").commit("ada@example.org", "2026-03-11T10:00:00Z");
		assertThat(count("/project.git")).isEqualTo(3);
	}

	@Test
	void aServerThatNobodyVouchesForIsNotRead() {
		server.distrusted();
		assertThatThrownBy(() -> count("/project.git")).isInstanceOf(Unreachable.class)
			.hasMessageContaining("could not be fetched");
		assertThat(server.asked()).isEmpty();
	}

	@Test
	void aRedirectionIsNotFollowed() {
		server.answering("/moved.git", exchange -> {
			exchange.getResponseHeaders().set("Location", server.url("/project.git/info/refs?service=git-upload-pack"));
			exchange.sendResponseHeaders(301, -1);
		});
		assertThatThrownBy(() -> count("/moved.git")).isInstanceOf(Unreachable.class)
			.hasMessageContaining("could not be fetched");
		assertThat(server.asked()).isNotEmpty().noneMatch(path -> path.startsWith("/project.git"));
	}

	@Test
	void aRepositoryThatIsTooLargeIsNotKept() throws Exception {
		byte[] noise = new byte[1_500_000];
		new Random(7).nextBytes(noise);
		project.file("noise", Base64.getEncoder().encodeToString(noise)).commit("ada@example.org", "2026-02-04T10:00:00Z");
		assertThatThrownBy(() -> count(repositories(Duration.ofMinutes(1), 1), "/project.git"))
			.isInstanceOf(Unreachable.class)
			.hasMessageContaining("larger than 1 megabytes");
		try (var kept = Files.walk(folder.resolve("copies"))) {
			assertThat(kept.mapToLong(file -> file.toFile().length()).sum()).isLessThan(1_000_000);
		}
		assertThat(count(repositories(Duration.ofMinutes(1), 10), "/project.git")).as("with more room").isEqualTo(2);
	}

	@Test
	void aServerThatKeepsTalkingAndSaysNothingIsLeft() {
		server.answering("/dribble.git/info/refs", exchange -> {
			answer(exchange, "application/x-git-upload-pack-advertisement");
			PacketLineOut out = new PacketLineOut(exchange.getResponseBody());
			out.writeString("# service=git-upload-pack\n");
			out.end();
			for (int ref = 0;; ref++) { // ends when the other side hangs up
				out.writeString("%040x refs/heads/branch-%d\n".formatted(ref + 1, ref));
				out.flush();
			}
		});
		assertThatThrownBy(() -> count(repositories(Duration.ofSeconds(1), 2_000), "/dribble.git"))
			.isInstanceOf(Unreachable.class)
			.hasMessageContaining("took longer than 1 s");
	}

	@Test
	void aServerThatDoesNotAnswerIsLeft() {
		Object never = new Object();
		server.answering("/silent.git", exchange -> {
			synchronized (never) {
				try {
					never.wait();
				}
				catch (InterruptedException end) {
					Thread.currentThread().interrupt();
				}
			}
		});
		assertThatThrownBy(() -> count(repositories(Duration.ofSeconds(1), 100), "/silent.git"))
			.isInstanceOf(Unreachable.class)
			.hasMessageContaining("could not be fetched");
	}

	@Test
	void aPageThatIsNoRepositoryIsSaidSo() {
		server.answering("/page", exchange -> {
			answer(exchange, "text/html");
			try (OutputStream page = exchange.getResponseBody()) {
				page.write("<h1>Welcome</h1>".getBytes(StandardCharsets.UTF_8));
			}
		});
		assertThatThrownBy(() -> count("/page")).isInstanceOf(Unreachable.class);
	}

	private int count(String path) throws Unreachable {
		return count(repositories(Duration.ofMinutes(1), 100), path);
	}

	private int count(Repositories repositories, String path) throws Unreachable {
		return repositories.tallies(new ScreeningSettings.Repository("Project", server.url(path), null), FROM, UNTIL)
			.of(List.of("ada@example.org"))
			.commits();
	}

	private Repositories repositories(Duration within, int mostMegabytes) {
		return new Repositories(new EvidenceSettings(folder.resolve("copies"), null, false, within, mostMegabytes));
	}
}
