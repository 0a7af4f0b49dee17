package org.cohort.demographics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.cohort.audit.AuditTrail;
import org.cohort.links.LinkPurpose;
import org.cohort.links.Links;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.programme.RoundPlan;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class DemographicsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Links links;

	@Autowired
	Demographics demographics;

	@Autowired
	DemographicsDatabase database;

	@Autowired
	AuditTrail audit;

	@Autowired
	JdbcClient applicationsJdbc;

	@Autowired
	MovableClock clock;

	Round round;

	UUID person;

	@BeforeEach
	void openARound() throws IOException {
		Instant now = clock.instant();
		try (InputStream file = getClass().getResourceAsStream("/programmes/default.yaml")) {
			round = programmes.openRound(programmes.importYaml(file).id(), new RoundPlan("d" + UUID.randomUUID().toString()
					.substring(0, 8), "Round", now, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)), 5));
		}
		person = UUID.randomUUID();
	}

	@Test
	void theApplicationsOwnRoleHasNoRightsThere() {
		for (String sql : new String[] { "select count(*) from demographics.self_identification",
				"select count(*) from demographics.round_count",
				"insert into demographics.self_identification values (gen_random_uuid(), gen_random_uuid(), 'a', 'b')" }) {
			assertThatThrownBy(() -> applicationsJdbc.sql(sql).query().listOfRows()).rootCause()
					.hasMessageContaining("permission denied");
		}
		assertThatThrownBy(() -> database.jdbc().sql("select * from cohort.application").query().listOfRows()).rootCause()
				.hasMessageContaining("permission denied");
	}

	@Test
	void whatIsSaidIsKeptShownAgainChangedAndDeletedAndNeverLogged(CapturedOutput output) {
		String page = page(person);
		assertThat(mvc.get().uri(page)).hasStatusOk().bodyText().contains("Prefer not to say", "Why we ask", "Who sees what");
		assertThat(mvc.post().uri(page).with(csrf()).param("a.gender", "non-binary").param("a.caring", "children", "adults")
				.param("a.age", "")).hasStatus3xxRedirection().redirectedUrl().endsWith("/thanks");
		assertThat(demographics.attributesForSelection(Set.of(person))).isEqualTo(Map.of(person,
				Map.of("gender", Set.of("non-binary"), "caring", Set.of("children", "adults"))));
		assertThat(mvc.get().uri(page)).bodyText().containsPattern("value=\"non-binary\" checked");
		mvc.post().uri(page).with(csrf()).param("a.gender", "").exchange();
		assertThat(demographics.attributesForSelection(Set.of(person))).isEmpty();
		mvc.post().uri(page).with(csrf()).param("a.gender", "woman").exchange();
		assertThat(mvc.post().uri(page + "/delete").with(csrf())).hasStatus3xxRedirection();
		assertThat(demographics.attributesForSelection(Set.of(person))).isEmpty();
		assertThat(output).doesNotContain("non-binary").doesNotContain(person.toString());
	}

	@Test
	void anAnswerThatWasNotOfferedIsRefusedAndNothingChanges() {
		String page = page(person);
		mvc.post().uri(page).with(csrf()).param("a.gender", "woman").exchange();
		assertThat(mvc.post().uri(page).with(csrf()).param("a.gender", "<script>")).hasStatus(422);
		assertThat(mvc.post().uri(page).with(csrf()).param("a.gender", "man", "woman")).hasStatus(422);
		assertThat(demographics.attributesForSelection(Set.of(person)).get(person)).containsEntry("gender", Set.of("woman"));
	}

	@Test
	void thatTheSelectionReadItIsRecorded() {
		mvc.post().uri(page(person)).with(csrf()).param("a.gender", "woman").exchange();
		demographics.attributesForSelection(Set.of(person));
		assertThat(audit.of(round.id())).extracting(AuditTrail.Entry::action).contains("read-self-identification");
	}

	@Test
	void afterTheRoundOnlyFoldedCountsAreLeft() {
		Set<UUID> people = new HashSet<>();
		for (int i = 0; i < 14; i++) {
			UUID one = UUID.randomUUID();
			people.add(one);
			mvc.post().uri(page(one)).with(csrf()).param("a.gender", i < 8 ? "woman" : i < 13 ? "man" : "non-binary").exchange();
		}
		mvc.post().uri(page(person)).with(csrf()).param("a.gender", "man").exchange(); // belongs to no application
		demographics.reduceToCounts(round.id(), people);
		demographics.reduceToCounts(round.id(), people);
		assertThat(database.jdbc().sql("select count(*) from demographics.self_identification where round_id = ?")
				.param(round.id()).query(Integer.class).single()).isZero();
		String counts = database.jdbc()
				.sql("select groups from demographics.round_count where round_id = ? and attribute = 'gender'")
				.param(round.id()).query(String.class).single();
		assertThat(counts).contains("\"woman\"", "\"people\": 8", "\"folded\": 6").doesNotContain("non-binary", "\"man\"");
	}

	@Test
	void whoWithdrawsIsForgotten() {
		mvc.post().uri(page(person)).with(csrf()).param("a.gender", "woman").exchange();
		demographics.forget(person);
		assertThat(demographics.attributesForSelection(Set.of(person))).isEmpty();
	}

	private String page(UUID subject) {
		return links.uri(links.issue(LinkPurpose.SELF_IDENTIFICATION, subject, round.id().toString(), round.closesAt()))
				.getPath();
	}
}
