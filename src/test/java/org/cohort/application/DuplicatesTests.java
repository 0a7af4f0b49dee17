package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import java.util.UUID;

import org.cohort.mail.MailOrder;
import org.cohort.mail.Mails;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class DuplicatesTests {

	private static final UserRequestPostProcessor COORDINATOR = user("olga").roles("coordinators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	ApplicationTable table;

	@Autowired
	Duplicates duplicates;

	@Autowired
	StatusLinks statusLinks;

	@Autowired
	Mails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	@BeforeEach
	void openARound() {
		round = Rounds.open(programmes, clock);
	}

	@Test
	void oneMailboxWrittenInTwoWaysIsFlaggedAndTwoPeopleAreNot() {
		apply("Amara Okafor", "amara.okafor@gmail.com", "NG", "First thoughts");
		apply("A. Okafor", "amaraokafor+again@gmail.com", "GH", "Second thoughts");
		apply("Ben Diaz", "ben@example.org", "MX", "Others");
		look();
		assertThat(duplicates.of(round.id())).singleElement().satisfies(pair -> assertThat(pair.kinds())
				.containsExactly("MAIL"));
		assertThat(mvc.get().uri(list()).with(COORDINATOR)).hasStatusOk().bodyText().contains("mailbox", "Compare");
		assertThat(mvc.get().uri("/staff/rounds/" + round.id()).with(COORDINATOR)).bodyText().contains("Applied twice?");
		assertThat(mvc.get().uri("/staff/rounds/" + round.id()).with(user("carl").roles("committee"))).bodyText()
				.doesNotContain("Applied twice?");
	}

	@Test
	void theSameNameInTheSameCountryIsFlaggedAndInAnotherIsNot() {
		apply("Ana Lucía García", "ana@example.org", "MX", "One");
		apply("GARCIA Ana Lucia", "lucia@example.org", "MX", "Two");
		apply("Ana Lucía García", "other@example.org", "ES", "Three");
		look();
		assertThat(duplicates.of(round.id())).singleElement().satisfies(pair -> assertThat(pair.kinds())
				.containsExactly("NAME"));
	}

	@Test
	void mergedApplicationsAreOneWithTheChosenAnswersAndNothingIsLost() {
		UUID one = apply("Amara Okafor", "amara@gmail.com", "NG", "First thoughts");
		UUID two = apply("Amara Okafor", "a.mara@gmail.com", "NG", "Second thoughts");
		look();
		var pair = duplicates.of(round.id()).getFirst();
		String keep = pair.first().equals(one) ? "first" : "second";
		String other = keep.equals("first") ? "second" : "first";
		assertThat(mvc.get().uri(page(pair)).with(COORDINATOR)).hasStatusOk().bodyText()
				.contains("First thoughts", "Second thoughts", "Same person: merge").doesNotContain("??");
		String turned = list() + "/" + pair.second() + "/" + pair.first();
		assertThat(mvc.get().uri(turned).with(COORDINATOR)).hasStatusOk().bodyText().contains(page(pair));
		assertThat(mvc.post().uri(turned).with(csrf()).with(COORDINATOR).param("decision", "same").param("keep", keep)
				.param("q.motivation", other).param("q.goals", keep)).hasStatus3xxRedirection();
		assertThat(table.answers(one).one("motivation")).contains("Second thoughts");
		assertThat(applications.stage(one)).isEqualTo(Stage.UNCONFIRMED);
		assertThat(applications.stage(two)).isEqualTo(Stage.WITHDRAWN);
		assertThat(table.answers(two).one("motivation")).as("nothing is deleted").contains("Second thoughts");
		assertThat(mvc.get().uri("/staff/applications/" + one).with(COORDINATOR)).bodyText().contains("First thoughts",
				"merge");
		assertThat(mvc.get().uri(statusLinks.uri(two).getPath())).bodyText().contains("Your two applications are one now");
		for (UUID id : new UUID[] { one, two }) {
			assertThat(jdbc.sql("select actor from audit_entry where subject_id = ? and action = 'merge-application'").param(id)
					.query(String.class).list()).containsExactly("olga");
		}
		assertThat(jdbc.sql("select actor || ' ' || action from audit_entry where subject_id = ? and action like 'withdraw%'")
				.param(two).query(String.class).list()).as("not the applicant").containsExactly("olga withdraw-as-merged");
		assertThat(mvc.get().uri("/staff/applications/" + two).with(COORDINATOR)).bodyText()
				.contains("because another application of the same person goes on");
		mails.post(new MailOrder("withdrawn", "withdrawn:" + two, "applicant", two, Map.of()));
		assertThat(jdbc.sql("select subject_line || body_text from mail where order_key = ?").param("withdrawn:" + two)
				.query(String.class).single()).contains("Your two applications are one now").doesNotContain("as you asked");
		assertThat(decide(pair, "same", keep)).as("once").hasStatus(422).bodyText().contains("decided already, by olga");
	}

	@Test
	void differentPeopleBothGoOnAndAreNotFlaggedAgain() {
		UUID one = apply("Amara Okafor", "amara@example.org", "NG", "One");
		UUID two = apply("Amara Okafor", "okafor@example.org", "NG", "Two");
		look();
		assertThat(decide(duplicates.of(round.id()).getFirst(), "different", "")).hasStatus3xxRedirection();
		jdbc.sql("update application set traits_at = null where round_id = ?").param(round.id()).update();
		look();
		assertThat(duplicates.of(round.id())).singleElement().matches(pair -> !pair.open());
		assertThat(applications.stage(one)).isEqualTo(applications.stage(two)).isEqualTo(Stage.UNCONFIRMED);
	}

	@Test
	void whoHasAPlaceOrHasEndedIsNotMerged() {
		apply("Amara Okafor", "amara@example.org", "NG", "One");
		UUID two = apply("Amara Okafor", "okafor@example.org", "NG", "Two");
		look();
		var pair = duplicates.of(round.id()).getFirst();
		applications.advance(two, Stage.ACCEPTED);
		assertThat(decide(pair, "same", "first")).hasStatus(422).bodyText().contains("cannot be merged");
		assertThat(decide(pair, "same", "")).hasStatus(422).bodyText().contains("choose which application goes on");
	}

	private MvcTestResult decide(PairTable.Pair pair, String decision, String keep) {
		return mvc.post().uri(page(pair)).with(csrf()).with(COORDINATOR).param("decision", decision).param("keep", keep)
				.exchange();
	}

	/** As often as it takes: other tests' applications wait as well. */
	private void look() {
		while (jdbc.sql("select exists (select from application where traits_at is null and round_id = ?)").param(round.id())
				.query(Boolean.class).single()) {
			duplicates.look();
		}
	}

	private String list() {
		return "/staff/rounds/" + round.id() + "/duplicates";
	}

	private String page(PairTable.Pair pair) {
		return list() + "/" + pair.first() + "/" + pair.second();
	}

	private UUID apply(String name, String email, String country, String motivation) {
		var form = Forms.filled();
		form.set("name", name);
		form.set("email", email);
		form.set("q.country", country);
		form.set("q.motivation", motivation);
		assertThat(mvc.post().uri("/apply/" + round.slug()).with(csrf()).params(form)).hasStatus3xxRedirection();
		return jdbc.sql("select id from application where round_id = ? and email = ?").param(round.id()).param(email)
				.query(UUID.class).single();
	}
}
