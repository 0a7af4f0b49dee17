package org.cohort.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;

import org.cohort.application.Applications;
import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.Applicants;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class ExchangeApiTests {

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

	@Test
	void anotherProgramStoresAnApplicationOnce() {
		UUID key = UUID.randomUUID();
		MvcTestResult first = send(one("Zoë Zola", "zoe@example.org"), key);
		assertThat(first).hasStatus(201);
		assertThat(send(one("Zoë Zola", "zoe@example.org"), key)).hasStatus(201).bodyJson().isEqualTo(body(first));
		assertThat(send(one("Zoë Zola", "zoe@example.org"), UUID.randomUUID())).hasStatus(409).bodyText()
				.contains("has applied in this round already");
		assertThat(applications.inRound(round.id())).hasSize(1);
	}

	@Test
	void whatIsWrongIsSaidByFieldAndNothingIsStored() {
		assertThat(send(Map.of("name", "", "email", "nobody", "answers", Map.of("no-such", new String[] { "x" })),
				UUID.randomUUID())).hasStatus(422).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON).bodyJson()
				.extractingPath("$.problems").asMap().containsKeys("name", "email", "no-such", "motivation");
		assertThat(mvc.post().uri("/api/rounds/" + round.id() + "/applications").with(coordinator())
				.contentType(MediaType.APPLICATION_JSON).content("{\"name\": ")).hasStatus(400);
		assertThat(applications.inRound(round.id())).isEmpty();
	}

	@Test
	void aClosedRoundTakesNothing() {
		programmes.markClosed(round.id());
		assertThat(send(one("Zoë Zola", "zoe@example.org"), UUID.randomUUID())).hasStatus(409);
	}

	@Test
	void aTableIsTriedOutAndReadIn() {
		String csv = "name,email,Nothing of ours\nNobody,nobody,x\n";
		assertThat(table(csv, true)).hasStatusOk().bodyJson().extractingPath("$.report[0].outcome").isEqualTo("REFUSED");
		MvcTestResult asked = table(csv, false);
		assertThat(asked).hasStatus(202);
		String id = JsonPath.read(body(asked), "$.id");
		await().until(() -> JsonPath.<String>read(body(call("/imports/" + id)), "$.state").equals("DONE"));
		assertThat(call("/imports/" + id)).bodyJson().extractingPath("$.report[0].problems").asArray().isNotEmpty();
		assertThat(table("a,b\n1,2\n", false)).hasStatus(422).bodyText().contains("No column is chosen");
		assertThat(table("", false)).hasStatus4xxClientError();
	}

	@Test
	void whatIsTakenAlongCanBeBroughtInElsewhereAsItWas() {
		send(one("=Zoë, \"Zola\"", "zoe@example.org"), UUID.randomUUID());
		String csv = body(call("/applications.csv"));
		assertThat(csv).contains("q.motivation", "'=Zoë");
		Round other = new Applicants(jdbc, programmes, clock).openRound(5);
		MvcTestResult asked = mvc.post().uri("/api/rounds/" + other.id() + "/imports").with(coordinator())
				.contentType("text/csv").content(csv.getBytes(StandardCharsets.UTF_8)).exchange();
		assertThat(asked).hasStatus(202);
		await().until(() -> applications.inRound(other.id()).size() == 1);
		assertThat(answers(other)).isEqualTo(answers(round));
		assertThat(applications.contact(applications.inRound(other.id()).getFirst().id()).name()).isEqualTo("=Zoë, \"Zola\"");
	}

	@Test
	void peopleTakeAllOfItAlongInWordsAndItIsRecorded() {
		send(one("Zoë Zola", "zoe@example.org"), UUID.randomUUID());
		RequestPostProcessor olga = user("olga").roles("coordinators");
		assertThat(mvc.get().uri("/staff/rounds/" + round.id() + "/applications.csv").with(olga)).hasStatusOk().bodyText()
				.contains("In which country do you live?", "Nigeria", "Documentation and guides; Finding and fixing bugs");
		assertThat(mvc.get().uri("/staff/rounds/" + round.id() + "/applications.json").with(olga)).hasStatusOk().bodyJson()
				.extractingPath("$[0].answers.country[0]").isEqualTo("NG");
		assertThat(jdbc.sql("select count(*) from audit_entry where action = 'export-applications' and subject_id = ?")
				.param(round.id()).query(Integer.class).single()).isEqualTo(2);
	}

	/** Run with {@code -Dcohort.docs.write=true} to write it anew. */
	@Test
	void theDescriptionOfTheInterfaceIsUpToDate() throws IOException {
		Object description = JsonMapper.shared().readValue(body(mvc.get().uri("/api/openapi").with(coordinator()).exchange()),
				Object.class);
		String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n";
		Path file = Path.of("docs/openapi.json");
		if (Boolean.getBoolean("cohort.docs.write")) {
			Files.writeString(file, text);
		}
		assertThat(file).as("run mvn test -Dtest=ExchangeApiTests -Dcohort.docs.write=true").hasContent(text);
	}

	static Map<String, Object> one(String name, String email) {
		return Map.of("name", name, "email", email, "answers", Map.ofEntries(
				Map.entry("country", new String[] { "Nigeria" }), Map.entry("time-zone", new String[] { "Africa/Lagos" }),
				Map.entry("years", new String[] { "2.5" }), Map.entry("contributions", new String[] { "3" }),
				Map.entry("experience", new String[] { "I fixed a build,\nand wrote \"how\"." }),
				Map.entry("hours-per-week", new String[] { "12" }), Map.entry("motivation", new String[] { "-to learn" }),
				Map.entry("goals", new String[] { "To review kindly." }),
				Map.entry("interests", new String[] { "documentation", "Finding and fixing bugs" }),
				Map.entry("conduct", new String[] { "true" })));
	}

	private MvcTestResult send(Map<String, Object> application, UUID key) {
		return mvc.post().uri("/api/rounds/" + round.id() + "/applications").with(coordinator())
				.header("Idempotency-Key", key.toString()).contentType(MediaType.APPLICATION_JSON)
				.content(JsonMapper.shared().writeValueAsString(application)).exchange();
	}

	private MvcTestResult table(String csv, boolean dryRun) {
		return mvc.post().uri("/api/rounds/" + round.id() + "/imports?dryRun=" + dryRun).with(coordinator())
				.contentType("text/csv").content(csv.getBytes(StandardCharsets.UTF_8)).exchange();
	}

	private MvcTestResult call(String path) {
		return mvc.get().uri("/api/rounds/" + round.id() + path).with(coordinator()).exchange();
	}

	private String answers(Round of) {
		return jdbc.sql("select answers::text from application where round_id = ?").param(of.id()).query(String.class)
				.single();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static RequestPostProcessor coordinator() {
		return jwt().jwt(token -> token.subject("robot").claim("preferred_username", "robot"))
				.authorities(new SimpleGrantedAuthority("ROLE_coordinators"));
	}
}
