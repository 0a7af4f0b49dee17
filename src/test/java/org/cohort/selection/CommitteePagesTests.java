package org.cohort.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.programme.Attribute;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.selection.Proposal.Point;
import org.cohort.selection.Shortlist.Line;
import org.cohort.support.ApplicationTest;
import org.cohort.support.Applicants;
import org.cohort.support.MovableClock;
import org.cohort.support.VariedPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the committee has beside the list itself: the frontier, comparisons, reasons, notes, decisions beforehand. */
@ApplicationTest
class CommitteePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Selections selections;

	@Autowired
	Proposals proposals;

	@Autowired
	Deciding deciding;

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
	void aPointOfTheFrontierCanBeComparedAndBecomeTheProposal() {
		Round round = computed(applicants.closedRound(5));
		Shortlist first = deciding.shortlist(round.id());
		List<Point> frontier = first.proposal().readyResult().frontier();
		assertThat(frontier).hasSizeGreaterThan(2);
		assertThat(get(round, "")).contains("other=1f" + (frontier.size() - 1), "Diversity and merit");
		assertThat(get(round, "/compare?one=1&other=1f" + (frontier.size() - 1))).contains("Propose the second one",
				"Only in the second");
		post(round, "/again", "tolerance", String.valueOf(frontier.getLast().tolerance()));
		await().atMost(Duration.ofSeconds(120)).until(() -> deciding.latest(round.id()).filter(Proposal::ready)
			.filter(proposal -> proposal.number() == 2).isPresent());
		assertThat(deciding.shortlist(round.id()).members()).containsExactlyInAnyOrderElementsOf(frontier.getLast()
				.members());
		assertThat(get(round, "/compare?one=2&other=1")).contains("Proposal 1", "Proposal 2");
	}

	@Test
	void everybodyHasAReasonThatGivesNoSelfIdentificationAway() {
		Round round = computed(applicants.closedRound(5));
		Shortlist shortlist = deciding.shortlist(round.id());
		String member = get(round, "/applicants/" + shortlist.chosen().getFirst().code());
		assertThat(member).contains("Why they are in the cohort", "An empty seat in their place would cost");
		String other = get(round, "/applicants/" + shortlist.others().getFirst().code());
		assertThat(other).contains("Why they are not in the cohort").containsAnyOf("The cheapest way to choose them",
				"the lot decided");
		for (Line line : shortlist.chosen()) {
			Reason reason = deciding.reasons(shortlist, List.of(line.applicationId())).get(line.applicationId());
			assertThat(reason.neededFor()).allMatch(value -> value.startsWith("Part of the world: ")
					|| value.startsWith("Time zone: ")
					|| value.startsWith("Experience: "));
			assertThat(reason.other()).isNotNull();
		}
		for (Attribute attribute : round.settings().selfIdentification()) {
			assertThat(member + other).doesNotContain(attribute.label().toString());
		}
	}

	@Test
	void theReasonsFollowTheChangesByHand() {
		Round round = computed(applicants.closedRound(5));
		Shortlist before = deciding.shortlist(round.id());
		Line out = before.chosen().getFirst();
		Line in = before.others().getFirst();
		deciding.replace(round.id(), before.version(), out.code(), in.code(), "A very good reason", "carla.committee");
		Shortlist after = deciding.shortlist(round.id());
		assertThat(deciding.reasons(after, List.of(in.applicationId())).get(in.applicationId()).member()).isTrue();
		assertThat(deciding.reasons(after, List.of(out.applicationId())).get(out.applicationId()).member()).isFalse();
		assertThat(get(round, "/applicants/" + in.code())).doesNotContain("for their score or by lot");
		assertThat(get(round, "/applicants/" + out.code())).doesNotContain("the lot decided");
		assertThat(get(round, "")).contains("strongest among those that are diverse enough");
		assertThat(get(round, "/compare?one=1&other=1c")).contains("Proposal 1, as changed", "Proposal 1, as computed");
	}

	@Test
	void notesAreKeptWithTheirAuthorsAndCountedOnTheShortlist() {
		Round round = computed(applicants.closedRound(5));
		Line line = deciding.shortlist(round.id()).chosen().getFirst();
		assertThat(mvc.post().uri(page(round) + "/applicants/" + line.code() + "/notes").param("text", " ").with(carla())
				.with(csrf()))
			.hasStatus(422);
		post(round, "/applicants/" + line.code() + "/notes", "text", "Has the patience of a mentor");
		assertThat(get(round, "/applicants/" + line.code())).contains("Has the patience of a mentor", "Carla Committee");
		assertThat(get(round, "")).contains("1 note<");
		assertThat(audit.of(line.applicationId())).extracting(AuditTrail.Entry::action).contains("note-on-applicant");
	}

	@Test
	void whoMustBeInIsInTheNextProposalAndWhoMustNotBeIsNot() {
		Round round = computed(applicants.closedRound(5));
		Shortlist first = deciding.shortlist(round.id());
		Line out = first.chosen().getFirst();
		Line in = first.others().getLast();
		assertThat(mvc.post().uri(page(round) + "/applicants/" + in.code() + "/restrict").param("kind", "pin")
				.param("why", "short")
			.with(carla()).with(csrf())).hasStatus(422).bodyText().contains("Give a reason");
		post(round, "/applicants/" + in.code() + "/restrict", "kind", "pin", "why", "Promised a place last year");
		post(round, "/applicants/" + out.code() + "/restrict", "kind", "exclusion", "why", "Took part in another programme");
		again(round, 2);
		assertThat(deciding.shortlist(round.id()).members()).contains(in.applicationId()).doesNotContain(out.applicationId());
		assertThat(get(round, "")).contains("must be in", "Promised a place last year", "must not be in");
		assertThat(get(round, "/applicants/" + out.code())).contains("Took part in another programme");
		post(round, "/applicants/" + in.code() + "/lift");
		again(round, 3);
		assertThat(deciding.shortlist(round.id()).members()).doesNotContain(out.applicationId());
		assertThat(audit.of(in.applicationId())).extracting(AuditTrail.Entry::action).contains("pin-applicant",
				"lift-restriction");
	}

	@Test
	void whereTheProgrammeWantsTwoPeopleOneIsNotEnough() {
		Round round = computed(applicants.closedRound(5, "approvals: 2"));
		String version = deciding.shortlist(round.id()).version();
		post(round, "/approve", "version", version, "sure", "true");
		assertThat(selections.approved(round.id())).isFalse();
		assertThat(get(round, "")).contains("Approved so far by", "Carla Committee");
		assertThat(mvc.post().uri(page(round) + "/approve").param("version", version).param("sure", "true").with(carla())
				.with(csrf()))
			.hasStatus(409);
		Shortlist seen = deciding.shortlist(round.id());
		deciding.replace(round.id(), version, seen.chosen().getFirst().code(), seen.others().getFirst().code(),
				"A very good reason", "deniz.committee");
		Shortlist changed = deciding.shortlist(round.id());
		assertThat(changed.consents()).as("of another cohort").isEmpty();
		deciding.approve(round.id(), changed.version(), "Discussed at length", "deniz.committee");
		assertThat(selections.approved(round.id())).isFalse();
		assertThat(deciding.approve(round.id(), changed.version(), "Discussed at length", "carla.committee")).isTrue();
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action).contains("consent-to-selection",
				"approve-selection");
	}

	@Test
	void namesStandBesideTheCodesOnlyIfTheProgrammeSaysSo() {
		assertThat(get(computed(applicants.closedRound(5)), "")).doesNotContain("Amara Okafor");
		assertThat(get(computed(applicants.closedRound(5, "names: true")), "")).contains("Amara Okafor");
	}

	@Test
	void limitsThatContradictEachOtherAreShownWithTheLeastThatHelps() {
		Round round = applicants.closedRound(5, "attributes: { region: { limits: { antarctica: { min: 2 } } } }");
		VariedPool.in(applicants, round);
		selections.propose(round.id());
		await().atMost(Duration.ofSeconds(120)).until(() -> deciding.latest(round.id()).orElseThrow()
				.state() == Proposal.State.FAILED);
		assertThat(get(round, "")).contains("cannot hold together", "Part of the world «Antarctica»: at least 2",
				"at least 0");
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action).contains("refuse-proposal");
		assertThat(mvc.get().uri("/staff/programmes/" + round.programmeId()).with(user("olga.coordinator")
				.roles("coordinators")))
			.hasStatusOk().bodyText().contains("region=antarctica, at least 2");
	}

	@Test
	void aComputationCanBeCancelledAndAskedForAgain() {
		Round round = applicants.closedRound(5);
		VariedPool.in(applicants, round);
		jdbc.sql("""
				insert into selection_proposal (id, round_id, number, state, asked_by, asked_at, pool_size, seed)
				values (?, ?, 1, 'asked', 'selection', now(), 30, 'a seed of some length')
				""").params(UUID.randomUUID(), round.id()).update();
		assertThat(get(round, "")).contains("is being computed from", "Cancel it");
		assertThat(get(round, "/progress")).contains("hx-get", "waits for its turn");
		post(round, "/cancel");
		assertThat(get(round, "")).contains("It was cancelled.", "Compute again");
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action).contains("cancel-proposal");
		again(round, 2);
		assertThat(deciding.shortlist(round.id()).members()).hasSize(5);
	}

	private Round computed(Round round) {
		VariedPool.in(applicants, round);
		selections.propose(round.id());
		await().atMost(Duration.ofSeconds(120)).until(() -> deciding.latest(round.id()).orElseThrow().ready());
		return round;
	}

	private void again(Round round, int number) {
		post(round, "/again");
		await().atMost(Duration.ofSeconds(120)).until(() -> deciding.latest(round.id()).filter(Proposal::ready)
			.filter(proposal -> proposal.number() == number).isPresent());
	}

	private String get(Round round, String path) {
		var answer = mvc.get().uri(page(round) + path).with(carla()).exchange();
		assertThat(answer).hasStatusOk();
		return body(answer);
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private void post(Round round, String path, String... parameters) {
		var request = mvc.post().uri(page(round) + path).with(carla()).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		assertThat(request).hasStatus3xxRedirection();
	}

	private static String page(Round round) {
		return "/staff/rounds/" + round.id() + "/shortlist";
	}

	private static UserRequestPostProcessor carla() {
		return user("carla.committee").roles("committee");
	}
}
