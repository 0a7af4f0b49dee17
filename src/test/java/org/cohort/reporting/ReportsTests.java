package org.cohort.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cohort.application.Stage;
import org.cohort.evaluation.Evaluation;
import org.cohort.evaluation.Evaluation.Judgement;
import org.cohort.evaluation.Evaluations;
import org.cohort.evaluation.Verdict;
import org.cohort.mentorship.ChangeKind;
import org.cohort.mentorship.Ending;
import org.cohort.mentorship.Entry;
import org.cohort.mentorship.Hours;
import org.cohort.mentorship.HowItGoes;
import org.cohort.mentorship.MergedChange;
import org.cohort.mentorship.RunFixture;
import org.cohort.programme.Round;
import org.cohort.support.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Each report is also left in {@code target/reports}, to be looked at. */
@ApplicationTest
@RecordApplicationEvents
class ReportsTests {

	private static final List<String> NAMES = List.of("Amina Diallo", "Bo Lindqvist", "Chidi Okafor", "Đorđe Šimić",
			"Ελένη Παππά");

	@Autowired
	ApplicationContext context;

	@Autowired
	Reports reports;

	@Autowired
	ConclusionsDesk desk;

	@Autowired
	Evaluations evaluations;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEvents events;

	RunFixture run;

	@BeforeEach
	void fixture() {
		run = new RunFixture(context);
	}

	@AfterEach
	void presentTime() {
		run.clock.reset();
	}

	@Test
	void aParticipantsWeekIsReportedOnceWithItsPdfAndMail() throws Exception {
		var round = run.round(run.programme());
		var id = run.running(round, "Amina Diallo", "maya.mentor");
		run.weeks.log(id, 1, "maya.mentor", RunFixture.words("2", "We set up the project together.",
				RunFixture.merged(7, ChangeKind.DOCUMENTATION_FIX)));
		run.weeks.close(id, 1);
		var report = reports.participantWeek(id, 1);
		assertThat(reports.participantWeek(id, 1)).usingRecursiveComparison().isEqualTo(report);
		assertThat(mailsAbout(report)).isEqualTo(1);
		assertThat(MessageDigest.getInstance("SHA-256").digest(reports.pdf(report.id()))).isEqualTo(report.pdfSha256());
		assertThat(text(report)).contains("We set up the project together.", "No check-in was received",
				"code.example/project/pull/7").doesNotContain("Amina");
	}

	@Test
	void aWeekWithoutAnyWordsIsReportedAsUnknownNotAsNothing() throws Exception {
		var id = run.running(run.round(run.programme()), "Amina Diallo", "maya.mentor");
		run.weeks.close(id, 1);
		var report = reports.participantWeek(id, 1);
		assertThat(text(report)).contains("No log was received", "No check-in was received", "not known")
			.doesNotContain("0 h, ");
	}

	@Test
	void namesStandInReportsOnlyIfTheProgrammeSaysSo() throws Exception {
		var id = run.running(run.round(run.programme("names-in-reports: false", "names-in-reports: true")), "Đorđe Šimić",
				"maya.mentor");
		run.weeks.close(id, 1);
		assertThat(text(reports.participantWeek(id, 1))).contains("Đorđe Šimić");
	}

	@Test
	void aProgrammeWithoutReportingAddressesKeepsItsReportsAndMailsNone() throws Exception {
		var id = run.running(run.round(run.programme("  reporting-addresses:\n    - grants@example.org\n", "")),
				"Amina Diallo", "maya.mentor");
		run.weeks.close(id, 1);
		var report = reports.participantWeek(id, 1);
		assertThat(report.recipients()).isZero();
		assertThat(mailsAbout(report)).isZero();
	}

	@Test
	void theWholeRunOfAGroupIsReportedAndSummedUp() throws Exception {
		var round = run.round(run.programme());
		for (var stage : List.of(Stage.NOT_ELIGIBLE, Stage.NOT_ELIGIBLE, Stage.NOT_SELECTED, Stage.NOT_SELECTED,
				Stage.NOT_SELECTED, Stage.DECLINED, Stage.LAPSED, Stage.WITHDRAWN, Stage.NOT_SELECTED)) {
			run.application(round, "Somebody Else", stage);
		}
		var people = run(round, 10);
		for (int week : List.of(4, 10)) {
			show(reports.groupWeek(round.id(), week));
		}
		show(reports.participantWeek(people.getFirst(), 6));
		evaluate(people);
		run.participations.complete(people.getFirst());
		desk.draft(round.id());
		assertThat(desk.latest(round.id()).advice()).contains("Ask for the first question");
		assertThat(desk.save(round.id(), new Conclusions("The round reached what it wanted.\n\nPairing in the first week "
				+ "paid off: whoever had a merged change by week three stayed to the end. Next time mentors should meet before "
				+ "the run and agree on how they review.", desk.latest(round.id()).advice(), true), "olga.coordinator")).isTrue();
		assertThat(desk.save(round.id(), new Conclusions("Other words", "", false), "olga.coordinator")).isFalse();
		assertThat(events.stream(Reports.ConclusionsWritten.class)).contains(new Reports.ConclusionsWritten(round.id()));
		var summary = reports.summary(round.id());
		show(summary);
		assertThat(text(summary)).contains("Pairing in the first week", "The grant pays", "withdrew on the way",
				"Applications sent", "ended early").doesNotContain("Amina", "Diallo", "Lindqvist");
		assertThat(reports.ofRound(round.id())).hasSize(4);
	}

	/** Ten eventful weeks: a missing log, a missing check-in, somebody who leaves, hours beyond the budget. */
	private List<UUID> run(Round round, int weeks) {
		var people = new ArrayList<UUID>();
		for (var name : NAMES) {
			people.add(run.agreed(round, name, people.size() % 2 == 0 ? "maya.mentor" : "noah.mentor"));
		}
		people.forEach(run.weeks::plan);
		run.runs.start(round.id());
		for (int week = 1; week <= weeks; week++) {
			for (int person = 0; person < people.size(); person++) {
				var id = people.get(person);
				run.moveTo(run.weeks.get(id, week).startsAt().plusSeconds(1));
				if (person == 3 && week >= 6) {
					run.participations.end(id, Ending.LEFT, "participant", "A new job.");
					continue;
				}
				run.weeks.open(id, week);
				if ((person + week) % 7 != 0) {
					run.weeks.log(id, week, run.participations.get(id).mentor().orElseThrow(), log(person, week));
				}
				if ((person * 3 + week) % 8 != 0) {
					run.weeks.checkIn(id, week, checkIn(person, week));
				}
				run.weeks.close(id, week);
			}
		}
		return people;
	}

	private static Entry.Content log(int person, int week) {
		var blockers = week % 5 == 2 && person == 1 ? "A review has been waiting for six days." : "";
		var hours = person == 2 && week == 7 ? "6:30" : List.of("2", "1.5", "2", "2.5", "1:45").get((person + week) % 5);
		return new Entry.Content(Hours.inOneWeek(hours), "We read an issue together, found the cause in the importer and "
				+ "wrote a test that fails without the change. Next we look at how the maintainers like their commits.",
				changes(person, week), blockers, HowItGoes.of(2 + (person + week) % 4), "");
	}

	private static Entry.Content checkIn(int person, int week) {
		return new Entry.Content(Hours.inOneWeek(Integer.toString(7 + (person * 2 + week) % 6)),
				"I learned how a release is made & fixed two broken links <in the guide>.", changes(person, week), "",
				HowItGoes.of(3 + (person + week) % 3), "Less waiting for reviews.");
	}

	private static List<MergedChange> changes(int person, int week) {
		return (person + week) % 3 == 0 ? List.of(RunFixture.merged(person * 100 + week,
				ChangeKind.values()[(person + week) % 4]),
				RunFixture.merged(person * 100 + 50 + week, ChangeKind.DOCUMENTATION_FIX)) : List.of();
	}

	private void evaluate(List<UUID> people) {
		for (int person = 0; person < people.size(); person++) {
			var id = people.get(person);
			if (person == 3) {
				continue;
			}
			evaluations.request(id);
			var mentor = run.participations.get(id).mentor().orElseThrow();
			evaluations.evaluateByMentor(id, mentor, evaluation(id, person));
			if (person != 2) {
				evaluations.evaluateByParticipant(id, evaluation(id, person + 1));
			}
		}
	}

	private Evaluation.Content evaluation(UUID id, int turn) {
		var judgements = new ArrayList<Judgement>();
		for (var criterion : evaluations.criteria(id)) {
			judgements.add(new Judgement(criterion.key(), Verdict.values()[turn++ % 4],
					turn % 3 == 0 ? "Seven changes were taken, three of them after a long and friendly review." : ""));
		}
		return new Evaluation.Content(judgements, turn % 2 == 0 ? "Ask for the first question on the very first day." : "");
	}

	private long mailsAbout(Report report) {
		return jdbc.sql("select count(*) from mail where order_key = :key")
			.param("key", "report:" + report.id())
			.query(Long.class)
			.single();
	}

	private String text(Report report) throws IOException {
		try (var pdf = Loader.loadPDF(reports.pdf(report.id()))) {
			return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
		}
	}

	private void show(Report report) throws IOException {
		var folder = Files.createDirectories(Path.of("target/reports"));
		Files.write(folder.resolve(report.fileName().replaceAll("of-[a-z0-9]{4}-[a-z0-9]{2}", "of-somebody")),
				reports.pdf(report.id()));
	}
}
