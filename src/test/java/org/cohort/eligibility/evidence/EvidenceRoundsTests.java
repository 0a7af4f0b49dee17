package org.cohort.eligibility.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.application.DossierPart;
import org.cohort.application.Stage;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
class EvidenceRoundsTests {

	@TempDir
	Path folder;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	EvidenceStore store;

	@Autowired
	EvidencePanel panel;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	String address = "ada." + UUID.randomUUID() + "@example.org";

	@BeforeEach
	void aProjectWithTwoCommits() throws Exception {
		try (SomeRepository project = SomeRepository.in(folder.resolve("project"))) {
			Instant recently = clock.instant().minus(Duration.ofDays(20));
			project.commit(address, recently, ZoneOffset.UTC, "robot@example.org").commit("ada@work.example",
					recently.plus(Duration.ofDays(8)), ZoneOffset.UTC, "robot@example.org");
		}
	}

	@AfterEach
	void reset() {
		clock.reset();
	}

	@Test
	void applicantsAreCountedByTheAddressesThatTheyGaveAndCoordinatorsSeeTheNumbers() throws Exception {
		UUID application = confirmed(round(false), "ada@work.example, and nothing else");
		count(application);
		assertThat(store.of(application)).singleElement().satisfies(found -> {
			assertThat(found.tally().commits()).isEqualTo(2);
			assertThat(found.tally().activeWeeks()).isEqualTo(2);
			assertThat(found.addresses()).isEqualTo(2);
		});
		assertThat(mvc.get().uri("/staff/applications/" + application).with(user("olga").roles("coordinators")))
				.hasStatusOk().bodyText().contains("Contributions in our repositories", "by 2 addresses", "<svg",
						"Reviewers do not see this");
	}

	@Test
	void anAddressThatIsNotConfirmedIsNotLookedFor() throws Exception {
		UUID application = apply(round(false), "");
		applications.advance(application, Stage.SCREENING);
		count(application);
		assertThat(store.of(application)).singleElement().extracting(found -> found.tally().commits()).isEqualTo(0);
	}

	@Test
	void aRepositoryThatCannotBeReadIsSaidAndWhatWasKnownStays() throws Exception {
		Round round = round(false);
		UUID known = confirmed(round, "");
		count(known);
		FileUtils.delete(folder.resolve("project").toFile(), FileUtils.RECURSIVE);
		UUID later = confirmed(round, "");
		clock.forward(Duration.ofDays(2));
		count(known);
		assertThat(store.of(known)).singleElement().satisfies(found -> {
			assertThat(found.failure()).isNull();
			assertThat(found.tally().commits()).isEqualTo(1);
		});
		var days = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
		String said = "could not be read on " + days.format(clock.instant()) + "; these are the numbers of "
				+ days.format(store.of(known).getFirst().countedAt()) + ".";
		assertThat(mvc.get().uri("/staff/applications/" + known).with(user("olga").roles("coordinators"))).hasStatusOk()
				.bodyText().contains(said, "no mirror", "<svg");
		assertThat(store.of(later)).singleElement().extracting(Evidence::failure).asString().contains("no mirror");
		assertThat(mvc.get().uri("/staff/applications/" + later).with(user("olga").roles("coordinators"))).hasStatusOk()
				.bodyText().contains("Not known: the repository could not be read").doesNotContain("these are the numbers of");
		aProjectWithTwoCommits();
		count(known);
		assertThat(mvc.get().uri("/staff/applications/" + known).with(user("olga").roles("coordinators"))).hasStatusOk()
				.bodyText().as("readable again").doesNotContain("these are the numbers of", "could not be read");
	}

	@Test
	void theDossierShowsItOnlyIfTheProgrammeSaysSoAndNeverADayOrAnAddress() throws Exception {
		UUID hidden = confirmed(round(false), "ada@work.example");
		count(hidden);
		assertThat(((DossierPart) panel).dossier(hidden)).isEmpty();
		UUID shown = confirmed(round(true), "ada@work.example");
		count(shown);
		String all = ((DossierPart) panel).dossier(shown).toString();
		assertThat(all).contains("commits=2").doesNotContain(address, "ada@", "@");
		Instant first = store.of(shown).getFirst().tally().first();
		assertThat(all).doesNotContain("first=" + first.atOffset(ZoneOffset.UTC).getDayOfMonth() + " ");
	}

	private void count(UUID application) {
		new EvidenceRounds(programmes, applications, new Repositories(new EvidenceSettings(folder.resolve("copies"),
				folder, false, Duration.ofSeconds(20), 100)), store, clock)
						.round(programmes.round(applications.get(application).roundId()));
	}

	private Round round(boolean inReview) throws IOException {
		String slug = "g" + UUID.randomUUID().toString().substring(0, 8);
		try (InputStream file = getClass().getResourceAsStream("/programmes/default.yaml")) {
			String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8)
					.replace("slug: first-steps", "slug: " + slug)
					.replace("  screening:\n", """
							  screening:
							    evidence-in-review: %s
							    repositories:
							      - { name: Project, mirror: "%s" }
							""".formatted(inReview, folder.resolve("project")))
					.replace("  questions:\n", """
							  questions:
							    - key: commit-addresses
							      section: What you have done so far
							      label: Further e-mail addresses in your commits
							      type: long
							      required: false
							      visible-in-review: false
							      personal-data: true
							      fact: commit_addresses
							""");
			Instant now = clock.instant();
			return programmes.openRound(programmes.importYaml(new ByteArrayInputStream(
					yaml.getBytes(StandardCharsets.UTF_8))).id(), new RoundPlan(slug, slug, now,
							now.plus(Duration.ofDays(30)), now.plus(Duration.ofDays(60)), 5));
		}
	}

	private UUID confirmed(Round round, String addresses) {
		UUID application = apply(round, addresses);
		jdbc.sql("update application set confirmed_at = submitted_at where id = ?").param(application).update();
		applications.advance(application, Stage.SCREENING);
		return application;
	}

	private UUID apply(Round round, String addresses) {
		String mine = applications.inRound(round.id()).isEmpty() ? address : "later." + address;
		mvc.post().uri("/apply/" + round.slug()).with(csrf()).param("form", UUID.randomUUID().toString())
				.param("name", "Ada Example").param("email", mine).param("q.country", "NG")
				.param("q.time-zone", "Africa/Lagos").param("q.years", "3").param("q.contributions", "3")
				.param("q.hours-per-week", "12").param("q.experience", "A build.").param("q.motivation", "To learn.")
				.param("q.goals", "Reviews.").param("q.conduct", "yes").param("q.commit-addresses", addresses).exchange();
		return applications.inRound(round.id()).getLast().id();
	}
}
