package org.cohort.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.cohort.programme.Programmes;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.cohort.support.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

@ApplicationTest
class FilesTests {

	private static final String QUESTIONS = """
			- key: cv
			  section: Files
			  label: Your CV
			  type: file
			  required: true
			  visible-in-review: true
			  personal-data: true
			  file: { kinds: [pdf, text], most-megabytes: 1 }
			- key: sample
			  section: Files
			  label: Something that you wrote
			  type: file
			  required: false
			  visible-in-review: true
			  personal-data: false
			""";

	private static final byte[] PDF =
			"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Programmes programmes;

	@Autowired
	Applications applications;

	@Autowired
	ApplicationTable table;

	@Autowired
	StatusLinks statusLinks;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MovableClock clock;

	Round round;

	MultiValueMap<String, String> form;

	@BeforeEach
	void openARound() {
		round = Rounds.asking(QUESTIONS, programmes, clock);
		form = Forms.filled();
	}

	@Test
	void aFileIsStoredWithTheAnswerAndOnlyItsApplicantAndCoordinatorsGetIt() {
		assertThat(send("submit", file("cv", "../../Amara \"CV\"\u202Efdp.exe", PDF))).hasStatus3xxRedirection();
		UUID id = application();
		FileAnswer cv = FileAnswer.read(table.answers(id).one("cv").orElseThrow()).orElseThrow();
		assertThat(cv.name()).isEqualTo("Amara CV fdp.pdf");
		String own = statusLinks.uri(id).getPath();
		assertThat(mvc.get().uri(own + "/application")).bodyText().contains("Amara CV fdp.pdf", "/files/" + cv.id());
		for (var got : List.of(mvc.get().uri(own + "/files/" + cv.id()).exchange(), staff(id, cv.id(), "coordinators"),
				staff(id, cv.id(), "administrators"))) {
			assertThat(got).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff").headers()
					.hasHeaderSatisfying("Content-Disposition", values -> assertThat(values.getFirst()).startsWith("attachment;"))
					.hasHeaderSatisfying("Content-Security-Policy", values -> assertThat(values.getFirst()).contains("sandbox"));
			assertThat(got.getResponse().getContentAsByteArray()).isEqualTo(PDF);
		}
		for (String role : List.of("reviewers", "committee", "mentors")) {
			assertThat(staff(id, cv.id(), role)).as(role).hasStatus(403);
		}
		assertThat(mvc.get().uri("/staff/applications/" + id + "/files/" + cv.id())).as("nobody").hasStatus3xxRedirection();
	}

	@Test
	void theLinkOfAnotherApplicationOpensNoFile() {
		send("submit", file("cv", "cv.pdf", PDF));
		FileAnswer cv = FileAnswer.read(table.answers(application()).one("cv").orElseThrow()).orElseThrow();
		form = Forms.filled();
		send("submit", file("cv", "other.pdf", PDF));
		UUID other = applications.inRound(round.id()).getLast().id();
		assertThat(mvc.get().uri(statusLinks.uri(other).getPath() + "/files/" + cv.id())).hasStatus(404);
		assertThat(staff(other, cv.id(), "coordinators")).hasStatus(404);
	}

	@Test
	void aFormThatNamesTheFileOfSomebodyElseNamesNone() {
		send("preview", file("cv", "cv.pdf", PDF));
		String theirs = jdbc.sql("select id from application_file where draft_id = ?")
				.param(UUID.fromString(form.getFirst("form"))).query(UUID.class).single() + "/cv.pdf";
		form = Forms.filled();
		form.set("q.cv", theirs);
		assertThat(send("submit")).hasStatus(422).bodyText().contains("q-cv-error").doesNotContain(theirs);
	}

	@Test
	void aFileOfADraftIsKeptWhileTheRestIsFilledIn() {
		form.remove("q.motivation");
		var refused = send("submit", file("cv", "cv.pdf", PDF));
		assertThat(refused).hasStatus(422).bodyText().contains("q-motivation-error", "cv.pdf").doesNotContain("q-cv-error");
		form.set("q.cv", stored());
		form.set("q.motivation", "To learn.");
		assertThat(send("submit")).hasStatus3xxRedirection();
		assertThat(staff(application(), FileAnswer.read(form.getFirst("q.cv")).orElseThrow().id(), "coordinators"))
				.hasStatusOk();
	}

	@Test
	void aReplacedFileOfADraftIsGoneAndOneCanBeTakenAway() {
		send("preview", file("cv", "first.pdf", PDF));
		form.set("q.cv", stored());
		send("preview", file("cv", "second.pdf", PDF));
		assertThat(stored()).endsWith("second.pdf");
		form.set("q.cv", stored());
		form.set("r.cv", "yes");
		assertThat(send("submit")).hasStatus(422).bodyText().contains("q-cv-error");
	}

	@ParameterizedTest
	@ValueSource(strings = { "MZ\u0090 a program", "<html><script>alert(1)</script></html>", "PK\u0003\u0004 no document",
			"\u0000\u0001\u0002", "%!PS-Adobe-3.0", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>" })
	void whatAFileIsCalledDoesNotMatter(String content) {
		assertThat(send("submit", file("cv", "cv.pdf", content.getBytes(StandardCharsets.ISO_8859_1)))).hasStatus(422)
				.bodyText().contains("none of the kinds of file that we take: PDF, TXT", "I fixed the build");
		assertThat(jdbc.sql("select count(*) from application_file where draft_id = ?")
				.param(UUID.fromString(form.getFirst("form"))).query(Integer.class).single()).isZero();
	}

	@Test
	void aFileThatIsTooLargeIsRefusedAndTheOneBeforeStays() {
		send("preview", file("cv", "first.pdf", PDF));
		form.set("q.cv", stored());
		byte[] large = new byte[1_000_001];
		System.arraycopy(PDF, 0, large, 0, PDF.length);
		assertThat(send("submit", file("cv", "large.pdf", large))).hasStatus(422).bodyText()
				.contains("larger than 1 MB", "first.pdf");
	}

	@Test
	void reviewersGetNoPersonalFileAndNoNameOfAny() {
		send("submit", file("cv", "Amara-Okafor.pdf", PDF), file("sample", "amara.okafor.txt",
				"My essay".getBytes(StandardCharsets.UTF_8)));
		Dossier dossier = applications.dossier(application());
		assertThat(dossier.toString()).contains("[TXT]").doesNotContain("okafor", "Okafor", "cv");
		assertThat(applications.dossierFile(application(), "cv")).isEmpty();
		assertThat(applications.dossierFile(application(), "sample")).isPresent();
	}

	@Test
	void onlyTheAssignedReviewerGetsAFileOfTheDossierAndUnderItsCode() {
		send("submit", file("cv", "cv.pdf", PDF), file("sample", "amara.okafor.txt",
				"My essay".getBytes(StandardCharsets.UTF_8)));
		UUID id = application();
		applications.advance(id, Stage.UNDER_REVIEW);
		UUID review = UUID.randomUUID();
		jdbc.sql("""
				insert into review (id, application_id, round_id, slot, reviewer, state, assigned_at, remind_at, due_at)
				values (?, ?, ?, 1, 'anna.reviewer', 'assigned', now(), now() + interval '1 day', now() + interval '2 days')
				""").param(review).param(id).param(round.id()).update();
		String address = "/staff/reviews/" + review + "/files/";
		assertThat(mvc.get().uri(address + "sample").with(user("anna.reviewer").roles("reviewers"))).hasStatusOk().headers()
				.hasHeaderSatisfying("Content-Disposition", values -> assertThat(values.getFirst())
						.contains(applications.get(id).code() + "-sample.txt").doesNotContain("okafor"));
		assertThat(mvc.get().uri(address + "cv").with(user("anna.reviewer").roles("reviewers"))).as("personal")
				.hasStatus(404);
		assertThat(mvc.get().uri(address + "sample").with(user("ben.reviewer").roles("reviewers"))).hasStatus4xxClientError();
		assertThat(mvc.get().uri(address + "sample").with(user("carl").roles("committee"))).hasStatus(403);
	}

	@Test
	void filesAreDeletedWithAWithdrawal() {
		send("submit", file("cv", "cv.pdf", PDF));
		UUID id = application();
		FileAnswer cv = FileAnswer.read(table.answers(id).one("cv").orElseThrow()).orElseThrow();
		applications.advance(id, Stage.WITHDRAWN);
		assertThat(staff(id, cv.id(), "coordinators")).hasStatus(404);
		assertThat(jdbc.sql("select count(*) from application_file where application_id = ?").param(id)
				.query(Integer.class).single()).isZero();
	}

	@Test
	void aChangedFileTakesThePlaceOfTheOldOneWhichStaysOnRecord() {
		send("submit", file("cv", "old.pdf", PDF));
		String own = statusLinks.uri(application()).getPath();
		form.remove("name");
		form.remove("email");
		form.set("q.cv", table.answers(application()).one("cv").orElseThrow());
		assertThat(mvc.post().uri(own + "/change").multipart().file(file("cv", "new.pdf", PDF)).params(form).with(csrf()))
				.hasStatus3xxRedirection();
		assertThat(mvc.get().uri(own + "/application")).bodyText().contains("old.pdf", "new.pdf");
		assertThat(table.answers(application()).one("cv").orElseThrow()).endsWith("new.pdf");
	}

	@Test
	void nobodyFillsTheStoreWithFiles() {
		for (int number = 0; number < Uploads.MOST; number++) {
			send("submit", file("cv", "cv.pdf", PDF));
		}
		UUID id = application();
		jdbc.sql("insert into application_file (id, application_id, question, name, kind, content, checksum, sent_at) "
				+ "select gen_random_uuid(), ?, 'cv', 'x.pdf', 'PDF', 'x', repeat('0', 64), now() from generate_series(1, 20)")
				.param(id).update();
		form.remove("name");
		form.remove("email");
		assertThat(mvc.post().uri(statusLinks.uri(id).getPath() + "/change").multipart().file(file("cv", "new.pdf", PDF))
				.params(form).with(csrf())).hasStatus(422).bodyText().contains("many have come from you already");
	}

	private MvcTestResult send(String action, MockMultipartFile... files) {
		form.set("action", action);
		var request = mvc.post().uri("/apply/" + round.slug()).multipart();
		for (MockMultipartFile file : files) {
			request.file(file);
		}
		return request.params(form).with(csrf()).exchange();
	}

	private static MockMultipartFile file(String question, String name, byte[] content) {
		return new MockMultipartFile("f." + question, name, "application/pdf", content);
	}

	private String stored() {
		return jdbc.sql("select id || '/' || name from application_file where draft_id = ?")
				.param(UUID.fromString(form.getFirst("form"))).query(String.class).single();
	}

	private MvcTestResult staff(UUID application, UUID file, String role) {
		return mvc.get().uri("/staff/applications/" + application + "/files/" + file).with(user("olga").roles(role))
				.exchange();
	}

	private UUID application() {
		return applications.inRound(round.id()).getFirst().id();
	}
}
