package org.cohort.eligibility.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.cohort.programme.ScreeningSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalliesTests {

	private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant UNTIL = Instant.parse("2026-06-01T00:00:00Z");

	@TempDir
	Path folder;

	Path at;

	@BeforeEach
	void choose() {
		at = folder.resolve("project");
	}

	@Test
	void anAuthorsCommitsOfTheTimeAreCountedByWeeks() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			project.commit("ada@example.org", "2025-12-31T10:00:00Z").commit("ada@example.org", "2026-02-02T10:00:00Z")
					.commit("ada@example.org", "2026-02-08T10:00:00Z").commit("bela@example.org", "2026-02-09T10:00:00Z")
					.commit("ADA@Example.org", "2026-03-10T10:00:00Z").commit("ada@example.org", "2026-06-01T10:00:00Z");
			Tally ada = count().of(List.of("ada@example.org"));
			assertThat(ada.commits()).isEqualTo(3);
			assertThat(ada.weeks()).containsOnlyKeys(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 3, 9));
			assertThat(ada.first()).isEqualTo("2026-02-02T10:00:00Z");
			assertThat(ada.last()).isEqualTo("2026-03-10T10:00:00Z");
		}
	}

	@Test
	void severalAddressesOfOnePersonAreAddedUp() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			project.commit("ada@example.org", "2026-02-02T10:00:00Z").commit("ada@work.example", "2026-02-03T10:00:00Z");
			assertThat(count().of(List.of("ada@example.org", "ada@work.example", "nobody@example.org")))
					.satisfies(both -> {
						assertThat(both.commits()).isEqualTo(2);
						assertThat(both.activeWeeks()).isEqualTo(1);
					});
		}
	}

	@Test
	void mergesAreNobodysWorkAndTheirContentsIsTheAuthors() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			project.commit("bela@example.org", "2026-02-01T10:00:00Z").merged("ada@example.org", "2026-02-02T10:00:00Z");
			Tallies tallies = count();
			assertThat(tallies.of(List.of("ada@example.org")).commits()).isEqualTo(1);
			String merger = project.git().log().setMaxCount(1).call().iterator().next().getAuthorIdent().getEmailAddress();
			assertThat(tallies.of(List.of(merger)).commits()).isZero();
		}
	}

	@Test
	void theAuthorCountsAndNotTheCommitter() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			project.commit("ada@example.org", "2026-02-02T10:00:00Z");
			assertThat(count().of(List.of("robot@example.org")).commits()).isZero();
		}
	}

	@Test
	void addressesThatTheMailmapCallsTheSameAreTheSame() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			project.commit("ada@old.example", "2026-02-02T10:00:00Z").file(".mailmap",
					"# who is who\nAda Example <ada@example.org> Ada <Ada@Old.example>\n")
					.commit("ada@example.org", "2026-02-03T10:00:00Z");
			assertThat(count().of(List.of("ada@example.org")).commits()).isEqualTo(2);
			assertThat(count().of(List.of("ada@old.example")).commits()).isEqualTo(2);
			assertThat(count().of(List.of("ada@old.example", "ada@example.org")).commits()).as("counted once").isEqualTo(2);
		}
	}

	@Test
	void theWeekIsTheOneInTheAuthorsCalendar() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			Instant sundayNight = Instant.parse("2026-02-08T23:30:00Z");
			project.commit("ada@example.org", sundayNight, ZoneId.of("Asia/Tokyo"), "robot@example.org");
			assertThat(count().of(List.of("ada@example.org")).weeks()).containsOnlyKeys(LocalDate.of(2026, 2, 9));
		}
	}

	@Test
	void whatIsOnABranchThatTheProjectHasNotTakenIsNotCounted() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			project.commit("bela@example.org", "2026-02-01T10:00:00Z");
			project.git().checkout().setCreateBranch(true).setName("side").call();
			project.commit("ada@example.org", "2026-02-02T10:00:00Z");
			project.git().checkout().setName("main").call();
			assertThat(count().of(List.of("ada@example.org")).commits()).isZero();
		}
	}

	@Test
	void anEmptyRepositoryHasNothingOfAnybody() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			assertThat(count().of(List.of("ada@example.org"))).isEqualTo(Tally.NONE);
		}
	}

	@Test
	void aDamagedRepositoryIsSaidAndNotGuessed() throws Exception {
		try (SomeRepository project = SomeRepository.in(at)) {
			project.commit("ada@example.org", "2026-02-02T10:00:00Z").commit("ada@example.org", "2026-02-03T10:00:00Z");
		}
		try (Stream<Path> files = Files.walk(at.resolve(".git/objects"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				file.toFile().setWritable(true);
				Files.write(file, new byte[] { 1, 2, 3 });
			}
		}
		assertThatThrownBy(this::count).isInstanceOf(Unreachable.class).hasMessageContaining("damaged");
	}

	@Test
	void onlyMirrorsBelowTheAllowedFolderAreRead() throws Exception {
		SomeRepository.in(at).commit("ada@example.org", "2026-02-02T10:00:00Z").close();
		assertThatThrownBy(() -> repositories(null).tallies(mirror(at), FROM, UNTIL)).hasMessageContaining("not allowed");
		assertThatThrownBy(() -> repositories(folder.resolve("project/.git")).tallies(mirror(at), FROM, UNTIL))
				.hasMessageContaining("no mirror at this path");
		assertThatThrownBy(() -> repositories(folder).tallies(mirror(folder.resolve("gone")), FROM, UNTIL))
				.hasMessageContaining("no mirror at this path");
		Files.createDirectories(folder.resolve("plain"));
		assertThatThrownBy(() -> repositories(folder).tallies(mirror(folder.resolve("plain")), FROM, UNTIL))
				.hasMessageContaining("no Git repository");
	}

	@Test
	void addressesThatAreNotSecureOrDoNotAnswerAreSaidSo() {
		assertThatThrownBy(() -> repositories(folder).tallies(url("http://127.0.0.1:1/project"), FROM, UNTIL))
				.isInstanceOf(Unreachable.class).hasMessageContaining("https://");
		assertThatThrownBy(() -> repositories(folder).tallies(url("https://127.0.0.1:1/project"), FROM, UNTIL))
				.isInstanceOf(Unreachable.class).hasMessageContaining("could not be fetched");
	}

	private Tallies count() throws Unreachable {
		return repositories(folder).tallies(mirror(at), FROM, UNTIL);
	}

	private Repositories repositories(Path mirrors) {
		return new Repositories(new EvidenceSettings(folder.resolve("copies"), mirrors, false, Duration.ofSeconds(20), 100));
	}

	private static ScreeningSettings.Repository mirror(Path at) {
		return new ScreeningSettings.Repository("Project", null, at.toString());
	}

	private static ScreeningSettings.Repository url(String url) {
		return new ScreeningSettings.Repository("Project", url, null);
	}
}
