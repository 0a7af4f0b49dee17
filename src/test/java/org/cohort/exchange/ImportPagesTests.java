package org.cohort.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.UUID;

import org.cohort.application.Applications;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.Applicants;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ImportPagesTests {

	static final String HEADER = "Full name;Email address;Where do you live?;time zone;years;contributions;experience;"
			+ "hours-per-week;motivation;goals;interests;I agree\n";

	private static final UserRequestPostProcessor COORDINATOR = user("olga").roles("coordinators");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	@BeforeEach
	void open() {
		round = new Applicants(jdbc, programmes, clock).openRound(5);
	}

	static String line(String name, String email) {
		return name + ";" + email + ";Nigeria;Africa/Lagos;2,5;3;I fixed a build.;12;To learn in the open.;To review kindly.;"
				+ "\"Documentation and guides; bugs\";TRUE\n";
	}

	@Test
	void aFileIsMappedTriedOutAndReadInAndThenGone() {
		String page = upload(HEADER + line("Zoë Zola", "zoe@example.org") + line("Amir", "not an address")
				+ line("Zoë again", "ZOE@example.org"));
		assertThat(get(page)).bodyText().contains("Zoë Zola", "Documentation and guides; bugs");
		assertThat(map(page)).hasStatus3xxRedirection();

		assertThat(get(page)).hasStatusOk().bodyText()
				.contains("Store 1 application", "E-mail address: ", "The same address stands in line 2.").doesNotContain("??");
		assertThat(applications.inRound(round.id())).as("trying out stores nothing").isEmpty();

		post(page + "/run");
		await().until(() -> state(page).equals("DONE"));
		assertThat(applications.inRound(round.id())).singleElement()
				.satisfies(one -> assertThat(applications.contact(one.id()).name()).isEqualTo("Zoë Zola"));
		assertThat(get(page)).hasStatusOk().bodyText().contains("have applied already", "E-mail address: ")
				.doesNotContain("zoe@example.org", "Amir");
		assertThat(jdbc.sql("select content is null from application_import where id = ?").param(id(page))
				.query(Boolean.class).single()).isTrue();
	}

	@Test
	void whoIsReadInIsAskedToConfirmTheAddressLikeEverybody() {
		String page = upload(HEADER + line("Zoë Zola", "zoe@example.org"));
		map(page);
		post(page + "/run");
		await().until(() -> state(page).equals("DONE"));
		UUID application = applications.inRound(round.id()).getFirst().id();
		assertThat(jdbc.sql("select count(*) from event_publication where serialized_event like ? "
				+ "and event_type like '%Submitted'")
				.param("%" + application + "%").query(Integer.class).single()).isOne();
		assertThat(applications.get(application).confirmedAt()).isNull();
	}

	@Test
	void theSameFileOnceMoreStoresNobodyTwice() {
		String text = HEADER + line("Zoë Zola", "zoe@example.org");
		for (int time = 0; time < 2; time++) {
			String page = upload(text);
			map(page);
			post(page + "/run");
			await().until(() -> state(page).equals("DONE"));
		}
		assertThat(applications.inRound(round.id())).hasSize(1);
		assertThat(jdbc.sql("select count(*) from mail where template = 'already-applied' and order_key like ?")
				.param("%" + applications.inRound(round.id()).getFirst().id() + "%").query(Integer.class).single())
				.as("an import writes to nobody who has applied").isZero();
	}

	@Test
	void anImportThatARestartInterruptedGoesOn() {
		String page = upload(HEADER + line("Zoë Zola", "zoe@example.org") + line("Bao Ba", "bao@example.org"));
		map(page);
		jdbc.sql("update application_import set state = 'RUNNING' where id = ?").param(id(page)).update();
		runner.goOn();
		await().until(() -> state(page).equals("DONE"));
		assertThat(applications.inRound(round.id())).hasSize(2);
	}

	@Autowired
	ImportRunner runner;

	@Test
	void withoutColumnsForNameAndAddressNothingIsReadIn() {
		String page = upload("a;b\n1;2\n");
		assertThat(get(page)).bodyText().contains("No column is chosen for «Name»");
		post(page + "/run");
		assertThat(state(page)).isEqualTo("UPLOADED");
		post(page + "/discard");
		assertThat(get(page)).hasStatus(404);
	}

	@Test
	void aFileThatIsNoTableIsRefusedAndNotKept() {
		assertThat(uploaded("\u0000\u0001".getBytes(UTF_8))).hasStatus(422).bodyText().contains("Nothing was kept");
		assertThat(uploaded(new byte[0])).hasStatus(422).bodyText().contains("Please choose a file");
		assertThat(jdbc.sql("select count(*) from application_import where round_id = ?").param(round.id())
				.query(Integer.class).single()).isZero();
	}

	@Test
	void theImportOfAnotherRoundIsNotFound() {
		String page = upload("a;b\n1;2\n");
		assertThat(get(page.replace(round.id().toString(), UUID.randomUUID().toString()))).hasStatus(404);
	}

	private String upload(String text) {
		MvcTestResult result = uploaded(text.getBytes(UTF_8));
		assertThat(result).hasStatus3xxRedirection();
		return result.getResponse().getRedirectedUrl();
	}

	private MvcTestResult uploaded(byte[] content) {
		return mvc.post().uri("/staff/rounds/" + round.id() + "/imports").multipart()
				.file(new MockMultipartFile("file", "people.csv", "text/csv", content)).with(COORDINATOR).with(csrf()).exchange();
	}

	private MvcTestResult map(String page) {
		var call = mvc.post().uri(page + "/mapping").with(COORDINATOR).with(csrf());
		String[] fields = { "name", "email", "q.country", "q.time-zone", "q.years", "q.contributions", "q.experience",
				"q.hours-per-week", "q.motivation", "q.goals", "q.interests", "q.conduct" };
		for (int column = 0; column < fields.length; column++) {
			call.param("column-" + column, fields[column]);
		}
		return call.exchange();
	}

	private void post(String address) {
		assertThat(mvc.post().uri(address).with(COORDINATOR).with(csrf())).hasStatus3xxRedirection();
	}

	private MvcTestResult get(String address) {
		return mvc.get().uri(address).with(COORDINATOR).exchange();
	}

	private String state(String page) {
		return jdbc.sql("select state from application_import where id = ?").param(id(page)).query(String.class).single();
	}

	private static UUID id(String page) {
		return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
	}
}
