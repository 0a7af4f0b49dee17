package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.audit.AuditTrail;
import org.cohort.demographics.Demographics;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.VariedPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seed before and after, the lottery, what is told to one person and what to everybody, and the stored proposal.
 */
@ApplicationTest
class LotteryTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Selections selections;

	@Autowired
	Deciding deciding;

	@Autowired
	Seeds seeds;

	@Autowired
	ProposalStore proposals;

	@Autowired
	Applications applications;

	@Autowired
	Demographics demographics;

	@Autowired
	Links links;

	@Autowired
	AuditTrail audit;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Programmes programmes;

	@Autowired
	MovableClock clock;

	private Applicants applicants;

	@BeforeEach
	void people() {
		applicants = new Applicants(jdbc, programmes, clock);
	}

	@Test
	void theSeedIsBoundWhenTheRoundOpensAndShownWhenEverybodyHasBeenTold() {
		Round open = applicants.openRound(5);
		Seeds.Seed seed = await().until(() -> seeds.drawn(open.id()), drawn -> drawn.isPresent()).orElseThrow();
		assertThat(seed.commitment()).isEqualTo(org.cohort.selection.optimiser.Proposal.commitment(seed.text()));
		assertThat(everybody(open, "en")).contains(seed.commitment()).doesNotContain(seed.text());
		assertThat(audit.of(open.id())).extracting(AuditTrail.Entry::action).contains("commit-to-seed");
		Round round = announced("method: strongest");
		Seeds.Seed shown = seeds.drawn(round.id()).orElseThrow();
		assertThat(proposals.latest(round.id()).orElseThrow().seed()).isEqualTo(shown.text());
		assertThat(everybody(round, "en")).contains(shown.commitment(), shown.text());
	}

	@Test
	void afterALotteryEverybodyIsToldTheirOwnChanceAndNobodyElses() {
		Round round = announced("method: lottery");
		Proposal proposal = proposals.latest(round.id()).orElseThrow();
		assertThat(proposal.readyResult().odds()).isNotNull();
		assertThat(shortlist(round)).contains("drawn by a fair lottery");
		var lottery = org.cohort.selection.optimiser.Proposal.fromJson(proposals.document(proposal.id()).orElseThrow())
				.lottery();
		List<UUID> pool = proposal.readyInput().pool().stream().map(applicant -> applicant.applicationId()).toList();
		assertThat(lottery.probabilities()).hasSize(pool.size());
		for (UUID applicant : pool.subList(0, 3)) {
			double chance = lottery.probabilities().get(applications.get(applicant).code());
			assertThat(own(applicant)).contains(String.format(Locale.ROOT, "Your own chance was %.1f", chance * 100));
		}
		assertThat(own(announcedPool("method: strongest").getFirst())).contains("How the round was chosen")
				.doesNotContain("own chance");
	}

	@Test
	void theNumbersArePublishedWithOneClickAndSayNothingAboutOnePerson() {
		Round round = announced("method: lottery");
		publish(round);
		publish(round);
		Shortlist shortlist = deciding.shortlist(round.id());
		for (String language : List.of("en", "fr", "es", "he")) {
			String page = everybody(round, language);
			assertThat(page).contains("<html lang=\"" + language + "\"", shortlist.proposal().fingerprint(),
					shortlist.proposal().inputHash()).doesNotContain("??");
			shortlist.members().forEach(member -> assertThat(page).doesNotContain(shortlist.code(member)));
		}
		Numbers numbers = jdbc.sql("select numbers from selection_publication where round_id = ?").param(round.id())
			.query((row, number) -> JsonMapper.shared().readValue(row.getString(1), Numbers.class)).single();
		assertThat(numbers.composition()).isNotEmpty().allSatisfy(part -> assertThat(part.rows()).allSatisfy(row -> {
			assertThat(row.members() == null || row.members() == 0 || row.members() >= round.settings().smallGroup()).isTrue();
			assertThat(row.pool() == null || row.pool() == 0 || row.pool() >= round.settings().smallGroup()).isTrue();
		}));
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action).containsOnlyOnce("publish-numbers");
	}

	@Test
	void nothingIsPublishedBeforeEverybodyHasBeenTold() {
		Round round = approved("method: strongest");
		assertThat(mvc.post().uri("/staff/rounds/" + round.id() + "/shortlist/publish").with(user("carla.committee")
				.roles("committee"))
			.with(csrf())).hasStatus(409);
		assertThat(everybody(round, "en")).contains("published after everybody has been told")
			.doesNotContain(seeds.of(round.id()).text());
	}

	@Test
	void aStoredProposalIsExportedForAnAuditorWhoseProgramChecksItAndFindsWhatWasTamperedWith(@TempDir Path folder)
			throws IOException {
		Round round = announced("method: lottery");
		String address = "/staff/rounds/" + round.id() + "/proposals/1";
		assertThat(mvc.post().uri(address + "/export").with(user("carla.committee").roles("committee")).with(csrf()))
				.hasStatus(403);
		assertThat(mvc.post().uri(address + "/check").with(user("carla.committee").roles("committee")).with(csrf()))
				.hasStatusOk()
			.bodyText().contains("Everything holds.").doesNotContain("gender=");
		var exported = mvc.post().uri(address + "/export").with(user("ada.admin").roles("administrators")).with(csrf())
				.exchange();
		assertThat(exported).hasStatusOk().headers().hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
		String document = new String(exported.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(verify(folder, document)).isZero();
		String member = deciding.shortlist(round.id()).proposal().readyInput().pool().getFirst().code();
		assertThat(verify(folder, document.replaceFirst("\"drawn\":\\d+", "\"drawn\":1001"))).isEqualTo(1);
		assertThat(verify(folder, document.replace("\"" + member + "\"", "\"ZZZZ-ZZ\""))).isEqualTo(1);
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action).contains("export-proposal", "check-proposal");
	}

	@Test
	void onceWhatPeopleSaidIsDeletedTheProposalCannotBeMadeWholeAndThatIsSaid() {
		Round round = announced("method: strongest");
		Shortlist shortlist = deciding.shortlist(round.id());
		shortlist.members().forEach(demographics::forget);
		assertThat(mvc.post().uri("/staff/rounds/" + round.id() + "/proposals/1/check").with(user("carla.committee")
				.roles("committee"))
			.with(csrf())).hasStatus(409);
	}

	@Test
	void noDocumentInTheDatabaseSaysWhoHasWhichValue() {
		Round round = approved("method: lottery");
		String document = proposals.document(proposals.latest(round.id()).orElseThrow().id()).orElseThrow();
		assertThat(org.cohort.selection.optimiser.Proposal.fromJson(document).pool().candidates()).isEmpty();
		assertThatThrownBy(() -> deciding.approve(round.id(), "1.0", "", "deniz.committee"))
				.isInstanceOf(ShortlistRefused.class);
	}

	private int verify(Path folder, String document) throws IOException {
		Path file = Files.writeString(folder.resolve("proposal.json"), document);
		return SelectionCommands.run(new String[] { "verify", file.toString() });
	}

	private void publish(Round round) {
		assertThat(mvc.post().uri("/staff/rounds/" + round.id() + "/shortlist/publish").with(user("carla.committee")
				.roles("committee"))
			.with(csrf())).hasStatus3xxRedirection();
	}

	private String shortlist(Round round) {
		return body(mvc.get().uri("/staff/rounds/" + round.id() + "/shortlist").with(user("carla.committee")
				.roles("committee")));
	}

	private String everybody(Round round, String language) {
		return body(mvc.get().uri("/selection/" + round.slug()).header(HttpHeaders.ACCEPT_LANGUAGE, language));
	}

	private String own(UUID application) {
		return body(mvc.get().uri(links.uri(
				links.issue(LinkPurpose.STATUS, application, "", clock.instant().plus(Duration.ofDays(9)))).getPath()));
	}

	private static String body(MockMvcTester.MockMvcRequestBuilder request) {
		var answer = request.exchange();
		assertThat(answer).hasStatusOk();
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private List<UUID> announcedPool(String... selection) {
		return deciding.shortlist(announced(selection).id()).members();
	}

	private Round announced(String... selection) {
		Round round = approved(selection);
		selections.announce(round.id());
		return round;
	}

	private Round approved(String... selection) {
		Round round = applicants.closedRound(5, selection);
		VariedPool.in(applicants, round);
		selections.propose(round.id());
		await().atMost(Duration.ofSeconds(180)).until(() -> deciding.latest(round.id()).orElseThrow().ready());
		deciding.approve(round.id(), deciding.shortlist(round.id()).version(), "", "carla.committee");
		return round;
	}
}
